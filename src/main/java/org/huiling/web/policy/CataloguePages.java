package org.huiling.web.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.comparison.VersionComparison.Rule;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.paging.Paging;
import org.huiling.policy.Versions;
import org.huiling.policy.drafts.Drafts;
import org.huiling.policy.drafts.store.DraftState;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.policy.published.PolicyView.VersionItem;
import org.huiling.policy.published.PolicyView.VersionPage;
import org.huiling.policy.published.VersionState;
import org.huiling.web.Districts;
import org.huiling.web.policy.ProgramLine.Years;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 政策: what is in force when, and what one version says. */
@Controller
class CataloguePages {

	private final Districts districts;

	private final Versions versions;

	private final Drafts drafts;

	private final FileText texts;

	private final Clock clock;

	private final RulesInWords words;

	CataloguePages(Districts districts, Versions versions, Drafts drafts, FileText texts, Clock clock,
			RulesInWords words) {
		this.words = words;
		this.districts = districts;
		this.versions = versions;
		this.drafts = drafts;
		this.texts = texts;
		this.clock = clock;
	}

	@GetMapping("/policies")
	String policies(@RequestParam @Nullable String jurisdiction, Model model, Locale locale) {
		Jurisdiction chosen = this.districts.chosen(jurisdiction).orElse(null);
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("chosen", chosen);
		model.addAttribute("locale", locale);
		if (chosen != null) {
			List<VersionItem> versions = this.versions.all(chosen.id(), null);
			Years years = Years.of(versions, LocalDate.now(this.clock));
			model.addAttribute("years", years);
			model.addAttribute("today", years.x(LocalDate.now(this.clock)));
			model.addAttribute("width", ProgramLine.WIDTH);
			model.addAttribute("programs",
					this.versions.programs(chosen.id())
						.stream()
						.map((program) -> ProgramLine.of(chosen.id(), program, versions, years))
						.toList());
		}
		return "web/policy/policies";
	}

	@GetMapping("/policies/{jurisdiction}/{program}/{version}")
	String version(@PathVariable String jurisdiction, @PathVariable String program, @PathVariable String version,
			Model model, Locale locale) {
		VersionPage page = this.versions.one(jurisdiction, program, version);
		PolicyFiles files = this.versions.files(jurisdiction, program, version);
		model.addAttribute("page", page);
		model.addAttribute("draft", (page.publishedBy() != null) ? draft(page) : null);
		List<Rule> rules = this.versions.rules(jurisdiction, program, version);
		model.addAttribute("rules", rules);
		model.addAttribute("said", this.words.of(rules, page.parameters(), locale));
		model.addAttribute("files", this.texts.all(files));
		model.addAttribute("others",
				this.versions.all(jurisdiction, program)
					.stream()
					.filter((other) -> other.state() != VersionState.DRAFT && !other.version().equals(version))
					.toList());
		model.addAttribute("locale", locale);
		return "web/policy/version";
	}

	/** The draft that a version was published from; none if it was imported. */
	private @Nullable DraftView draft(VersionPage page) {
		return this.drafts
			.list(page.jurisdiction(), page.program(), null, DraftState.PUBLISHED, new Paging(0, Paging.MAXIMUM_SIZE))
			.items()
			.stream()
			.filter((item) -> page.version().equals(item.version()))
			.findFirst()
			.map((item) -> this.drafts.view(item.id()))
			.orElse(null);
	}

	@GetMapping("/policies/{jurisdiction}/{program}/{version}/diff")
	String diff(@PathVariable String jurisdiction, @PathVariable String program, @PathVariable String version,
			@RequestParam String to, Model model, Locale locale) {
		model.addAttribute("what", version + " → " + to);
		model.addAttribute("back", "/policies/" + jurisdiction + "/" + program + "/" + to);
		model.addAttribute("diff", this.versions.between(jurisdiction, program, version, to));
		model.addAttribute("saidBefore", said(jurisdiction, program, version, locale));
		model.addAttribute("said", said(jurisdiction, program, to, locale));
		model.addAttribute("locale", locale);
		return "web/policy/diff";
	}

	private RulesInWords.Said said(String jurisdiction, String program, String version, Locale locale) {
		return this.words.of(this.versions.rules(jurisdiction, program, version),
				this.versions.one(jurisdiction, program, version).parameters(), locale);
	}

	@GetMapping("/policies/{jurisdiction}/{program}/{version}/export")
	ResponseEntity<byte[]> export(@PathVariable String jurisdiction, @PathVariable String program,
			@PathVariable String version) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"" + jurisdiction + "_" + program + "_" + version + ".zip\"")
			.body(this.versions.archive(jurisdiction, program, version));
	}

	@PostMapping("/policies/{jurisdiction}/{program}/{version}/withdraw")
	String withdraw(@PathVariable String jurisdiction, @PathVariable String program, @PathVariable String version,
			@RequestParam(defaultValue = "") String reason) {
		this.versions.withdraw(jurisdiction, program, version,
				RecordReader.form(Map.of("reason", reason), ReasonBody.class).reason());
		return "redirect:/policies/{jurisdiction}/{program}/{version}";
	}

}
