package org.huiling.web.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.engine.PolicyHeader;
import org.huiling.engine.comparison.VersionComparison.Rule;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PolicyPublishing.Publication;
import org.huiling.policy.Versions;
import org.huiling.policy.comparison.VersionDiff;
import org.huiling.policy.drafts.Drafts;
import org.huiling.policy.drafts.ExampleAcceptance;
import org.huiling.policy.drafts.FactDrafts;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.policy.drafts.store.Published;
import org.huiling.problem.Refusal;
import org.huiling.projection.FirstAnswers;
import org.huiling.projection.Projections;
import org.huiling.web.Identifiers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** 政策草稿: from a notice to being published. */
@Controller
class DraftPages {

	static final String HEADER = "policy.yaml";

	/** A decision table as the text that it is. */
	private static final String TEXT = "text";

	private final Drafts drafts;

	private final FactDrafts facts;

	private final Versions versions;

	private final PolicyCatalogue catalogue;

	private final FileText texts;

	private final JsonMapper json;

	private final Clock clock;

	private final Projections projections;

	private final RulesInWords words;

	private final FirstAnswers firstAnswers;

	private final ExampleAcceptance acceptance;

	DraftPages(Drafts drafts, ExampleAcceptance acceptance, FactDrafts facts, Versions versions,
			PolicyCatalogue catalogue, FileText texts, JsonMapper json, Clock clock, Projections projections,
			RulesInWords words, FirstAnswers firstAnswers) {
		this.firstAnswers = firstAnswers;
		this.acceptance = acceptance;
		this.words = words;
		this.projections = projections;
		this.drafts = drafts;
		this.facts = facts;
		this.versions = versions;
		this.catalogue = catalogue;
		this.texts = texts;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/drafts")
	String drafts(Paging paging, Model model, Locale locale) {
		model.addAttribute("list", this.drafts.list(null, null, null, null, paging));
		model.addAttribute("locale", locale);
		return "web/policy/drafts";
	}

	@GetMapping("/drafts/new")
	String begin(@RequestParam String jurisdiction, @RequestParam String program,
			@RequestParam(defaultValue = "") String basedOn, Model model, Locale locale) {
		model.addAttribute("jurisdiction", this.catalogue.jurisdiction(jurisdiction)
			.orElseThrow(() -> Refusal.notFound("JURISDICTION_NOT_FOUND", jurisdiction)));
		model.addAttribute("program",
				this.versions.programs(jurisdiction)
					.stream()
					.filter((each) -> each.id().equals(program))
					.findFirst()
					.orElseThrow(() -> Refusal.notFound("JURISDICTION_NOT_FOUND", program)));
		model.addAttribute("basedOn", basedOn);
		model.addAttribute("first", LocalDate.now(this.clock).plusMonths(1).withDayOfMonth(1));
		model.addAttribute("locale", locale);
		return "web/policy/new-draft";
	}

	@Idempotent
	@PostMapping("/drafts")
	String begin(@RequestParam Map<String, String> form) {
		ObjectNode wanted = this.json.createObjectNode();
		List.of("jurisdiction", "program", "effectiveFrom").forEach((name) -> wanted.put(name, form.get(name)));
		wanted.putObject("title").put("zh", form.get("titleZh")).put("en", form.get("titleEn"));
		if (!form.getOrDefault("basedOn", "").isEmpty()) {
			wanted.put("basedOn", form.get("basedOn"));
		}
		return "redirect:/drafts/" + this.drafts.begin(wanted);
	}

	/** What a draft says and what may be done with it; its check follows. */
	@GetMapping("/drafts/{id}")
	String draft(@PathVariable String id, Model model, Locale locale) {
		DraftView draft = layout(id, "overview", model, locale);
		model.addAttribute("factDrafts", (draft.program() != null) ? this.facts.open() : List.of());
		projected(draft, model);
		return "web/policy/draft";
	}

	/** The check, which takes seconds. */
	@GetMapping("/drafts/{id}/report")
	String report(@PathVariable String id, Model model, Locale locale) {
		return checked(id, model, locale) + " :: report";
	}

	/** What it comes to this month, asked for once the check has passed. */
	@GetMapping("/drafts/{id}/first-answer")
	String firstAnswer(@PathVariable String id, Model model, Locale locale) {
		DraftView draft = layout(id, "overview", model, locale);
		model.addAttribute("first", this.firstAnswers.of(draft.id()));
		return "web/policy/parts :: first";
	}

	@GetMapping("/drafts/{id}/problems")
	String problems(@PathVariable String id, Model model, Locale locale) {
		return checked(id, model, locale) + " :: problems";
	}

	private String checked(String id, Model model, Locale locale) {
		DraftView draft = layout(id, "overview", model, locale);
		model.addAttribute("report", CheckView.of(this.drafts.look(draft.id(), null, new byte[0]), locale));
		model.addAttribute("early", this.acceptance.early(draft));
		return "web/policy/parts";
	}

	@GetMapping("/drafts/{id}/parameters")
	String parameters(@PathVariable String id, Model model, Locale locale) {
		DraftView draft = layout(id, "parameters", model, locale);
		List<ParameterTable.Line> lines = ParameterTable.read(header(draft.id()));
		model.addAttribute("parameters", lines);
		model.addAttribute("said", said(lines, rules(draft), locale));
		return "web/policy/parameters";
	}

	@PostMapping("/drafts/{id}/parameters")
	String writeParameters(@PathVariable String id, @RequestParam int revision,
			@RequestParam Map<String, String> values) {
		UUID draft = Identifiers.draft(id);
		String changed = ParameterTable.write(header(draft), ParameterTable.sent(values));
		this.drafts.put(draft, revision, HEADER, changed.getBytes(StandardCharsets.UTF_8));
		return "redirect:/drafts/" + draft;
	}

	private String header(UUID draft) {
		return new String(this.drafts.files(draft).getOrDefault(HEADER, new byte[0]), StandardCharsets.UTF_8);
	}

	@GetMapping("/drafts/{id}/files")
	String files(@PathVariable String id, @RequestParam(name = "path", defaultValue = "") String asked,
			@RequestParam(defaultValue = "") String view, Model model, Locale locale) {
		DraftView draft = layout(id, "files", model, locale);
		String first = (draft.factFile() != null) ? draft.factFile() + ".yaml"
				: draft.standards() ? StandardsFile.NAME : HEADER;
		String path = asked.isEmpty() ? first : asked;
		byte[] content = this.drafts.files(draft.id()).getOrDefault(path, new byte[0]);
		model.addAttribute("file", this.texts.shown(path, content));
		CellTable table = this.texts.table(path, content);
		model.addAttribute("rows", (table != null) ? table.rows() : List.of());
		model.addAttribute("titles", (table != null) ? table.titles() : List.of());
		model.addAttribute("asText", TEXT.equals(view));
		return "web/policy/files";
	}

	/** While somebody types: what is wrong with it now; nothing is kept. */
	@PostMapping("/drafts/{id}/look")
	String look(@PathVariable String id, @RequestParam String path, @RequestParam String content, Model model,
			Locale locale) {
		model.addAttribute("report",
				CheckView.of(this.drafts.look(Identifiers.draft(id), path, bytes(content)), locale));
		model.addAttribute("draft", this.drafts.view(Identifiers.draft(id)));
		return "web/policy/parts :: problems";
	}

	@PostMapping("/drafts/{id}/files")
	String write(@PathVariable String id, @RequestParam int revision, @RequestParam String path,
			@RequestParam(defaultValue = "") String content, @RequestParam(defaultValue = "") String view) {
		this.drafts.put(Identifiers.draft(id), revision, path, bytes(content));
		return "redirect:/drafts/{id}/files?path=" + UriUtils.encodeQueryParam(path, StandardCharsets.UTF_8)
				+ (TEXT.equals(view) ? "&view=" + TEXT : "");
	}

	@PostMapping("/drafts/{id}/files/delete")
	String delete(@PathVariable String id, @RequestParam int revision, @RequestParam String path) {
		this.drafts.delete(Identifiers.draft(id), revision, path);
		return "redirect:/drafts/{id}/history";
	}

	/** Browsers send lines with carriage returns; files have none. */
	private static byte[] bytes(String content) {
		return content.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
	}

	@GetMapping("/drafts/{id}/diff")
	String diff(@PathVariable String id, Model model, Locale locale) {
		DraftView draft = layout(id, "diff", model, locale);
		projected(draft, model);
		if (draft.factFile() != null) {
			model.addAttribute("diff", this.drafts.factDiff(draft.id()));
			return "web/policy/facts-diff";
		}
		if (draft.standards()) {
			model.addAttribute("diff", this.drafts.standardsDiff(draft.id()));
			return "web/policy/standards-diff";
		}
		VersionDiff diff = this.drafts.diff(draft.id());
		List<Rule> before = rules(draft);
		List<Rule> after = new ArrayList<>(before);
		if (diff.rules() != null) {
			after.addAll(diff.rules().added());
		}
		model.addAttribute("diff", diff);
		model.addAttribute("said", said(ParameterTable.read(header(draft.id())), after, locale));
		model.addAttribute("saidBefore", this.words.of(before, parameters(draft), locale));
		return "web/policy/draft-diff";
	}

	private RulesInWords.Said said(List<ParameterTable.Line> lines, List<Rule> rules, Locale locale) {
		Map<String, ParameterTable.Line> byName = new LinkedHashMap<>();
		lines.forEach((line) -> byName.putIfAbsent(line.name(), line));
		return this.words.of(rules, byName, locale);
	}

	/** Those of the version that a draft began with; its own may have defects. */
	private List<Rule> rules(DraftView draft) {
		return ofBase(draft, this.versions::rules);
	}

	private List<PolicyHeader.Parameter> parameters(DraftView draft) {
		return ofBase(draft,
				(jurisdiction, program, version) -> this.versions.one(jurisdiction, program, version).parameters());
	}

	/** Words are said where there are some: a draft may be there to mend its base. */
	private static <T> List<T> ofBase(DraftView draft, Said<T> said) {
		if (draft.jurisdiction() == null || draft.program() == null || draft.basedOn() == null) {
			return List.of();
		}
		try {
			return said.by(draft.jurisdiction(), draft.program(), draft.basedOn());
		}
		catch (PolicyDefects defects) {
			return List.of();
		}
	}

	/** What a version says of itself. */
	@FunctionalInterface
	private interface Said<T> {

		List<T> by(String jurisdiction, String program, String version);

	}

	@PostMapping("/drafts/{id}/submit")
	String submit(@PathVariable String id, @RequestParam int revision) {
		this.drafts.submit(Identifiers.draft(id), revision);
		return "redirect:/drafts/{id}";
	}

	@PostMapping("/drafts/{id}/approve")
	String approve(@PathVariable String id, @RequestParam int revision) {
		this.drafts.approve(Identifiers.draft(id), revision);
		return "redirect:/drafts/{id}";
	}

	@PostMapping("/drafts/{id}/reject")
	String reject(@PathVariable String id, @RequestParam int revision, @RequestParam(defaultValue = "") String reason) {
		this.drafts.reject(Identifiers.draft(id), revision,
				RecordReader.form(Map.of("reason", reason), ReasonBody.class).reason());
		return "redirect:/drafts/{id}";
	}

	@PostMapping("/drafts/{id}/discard")
	String discard(@PathVariable String id, @RequestParam int revision) {
		this.drafts.discard(Identifiers.draft(id), revision);
		return "redirect:/drafts";
	}

	@PostMapping("/drafts/{id}/publish")
	String publish(@PathVariable String id, @RequestParam int revision) {
		Published done = this.drafts.publish(Identifiers.draft(id), revision);
		Publication published = done.version();
		if (done.standards() != null) {
			return "redirect:/standards?jurisdiction=" + done.standards().standards();
		}
		if (published == null) {
			return "redirect:/facts?file=" + Objects.requireNonNull(done.facts()).factFile();
		}
		return "redirect:/policies/" + published.jurisdiction() + "/" + published.program() + "/" + published.version();
	}

	/** What it costs and whom it hits, as far as that was asked. */
	private void projected(DraftView draft, Model model) {
		model.addAttribute("projection", this.projections.lastOf(draft.id(), draft.digest()).orElse(null));
	}

	private DraftView layout(String id, String tab, Model model, Locale locale) {
		DraftView draft = this.drafts.view(Identifiers.draft(id));
		model.addAttribute("draft", draft);
		model.addAttribute("tab", tab);
		model.addAttribute("locale", locale);
		return draft;
	}

}
