package org.huiling.web.policy;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.facts.type.FactType;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.RecordReader;
import org.huiling.policy.dictionary.DataDictionary;
import org.huiling.policy.drafts.Drafts;
import org.huiling.policy.drafts.FactDrafts;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.policy.factfiles.NewDerived;
import org.huiling.policy.factfiles.NewFact;
import org.huiling.web.Identifiers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 申报事实: drafts of fact files without YAML. */
@Controller
class FactDraftPages {

	private final Drafts drafts;

	private final FactDrafts facts;

	private final DataDictionary dictionary;

	private final JsonMapper json;

	FactDraftPages(Drafts drafts, FactDrafts facts, DataDictionary dictionary, JsonMapper json) {
		this.drafts = drafts;
		this.facts = facts;
		this.dictionary = dictionary;
		this.json = json;
	}

	@GetMapping("/drafts/new-facts")
	String begin(Model model, Locale locale) {
		boolean everybodys = this.facts.mayDraftForEverybody();
		List<String> owners = this.facts.owners().stream().map((one) -> one.id()).toList();
		model.addAttribute("files",
				this.dictionary.files()
					.stream()
					.filter((file) -> (file.owner() != null) ? owners.contains(file.owner()) : everybodys)
					.toList());
		model.addAttribute("owners", this.facts.owners());
		model.addAttribute("everybodys", everybodys);
		model.addAttribute("locale", locale);
		return "web/policy/new-facts";
	}

	/** A file there is, or a new one. */
	@Idempotent
	@PostMapping("/drafts/facts")
	String begin(@RequestParam(defaultValue = "") String file, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "") String titleZh,
			@RequestParam(defaultValue = "") String titleEn) {
		ObjectNode wanted = this.json.createObjectNode().put("factFile", file.isEmpty() ? name.strip() : file);
		if (file.isEmpty() && !owner.isEmpty()) {
			wanted.put("owner", owner);
		}
		wanted.putObject("title").put("zh", titleZh.strip()).put("en", titleEn.strip());
		return "redirect:/drafts/" + this.drafts.begin(wanted) + "/facts";
	}

	@GetMapping("/drafts/{id}/facts")
	String facts(@PathVariable String id, Model model, Locale locale) {
		UUID draft = Identifiers.draft(id);
		DraftView view = this.drafts.view(draft);
		if (view.factFile() == null) {
			return "redirect:/drafts/{id}";
		}
		model.addAttribute("draft", view);
		model.addAttribute("tab", "facts");
		model.addAttribute("locale", locale);
		model.addAttribute("declared", this.facts.declared(draft));
		model.addAttribute("types", FactType.values());
		model.addAttribute("words", this.facts.vocabulary(draft));
		return "web/policy/draft-facts";
	}

	@PostMapping("/drafts/{id}/facts")
	String add(@PathVariable String id, @RequestParam int revision, @RequestParam Map<String, String> form) {
		UUID draft = Identifiers.draft(id);
		this.facts.add(draft, revision, RecordReader.values(fact(form), NewFact.class));
		return "redirect:/drafts/{id}/facts";
	}

	/** What was left empty is absent; a box is ticked or absent. */
	private static Map<String, Object> fact(Map<String, String> form) {
		Map<String, Object> values = new TreeMap<>();
		for (RecordComponent component : NewFact.class.getRecordComponents()) {
			String text = form.getOrDefault(component.getName(), "").strip();
			if (!text.isEmpty()) {
				values.put(component.getName(), value(component.getType(), text));
			}
		}
		return values;
	}

	private static Object value(Class<?> type, String text) {
		if (type == List.class) {
			return text.lines().map(String::strip).filter((line) -> !line.isEmpty()).distinct().toList();
		}
		return (type == Boolean.class) ? true : text;
	}

	@PostMapping("/drafts/{id}/derived")
	String derive(@PathVariable String id, @RequestParam int revision, @RequestParam Map<String, String> form) {
		UUID draft = Identifiers.draft(id);
		Map<String, String> fields = new TreeMap<>(form);
		// an expression may be written in several lines
		fields.computeIfPresent("is", (name, text) -> text.strip().replaceAll("\\s+", " "));
		this.facts.add(draft, revision, RecordReader.form(fields, NewDerived.class));
		return "redirect:/drafts/{id}/facts";
	}

	/** Which drafts of fact files a policy needs. */
	@PostMapping("/drafts/{id}/needs")
	String need(@PathVariable String id, @RequestParam int revision,
			@RequestParam(required = false) @Nullable List<String> needs) {
		this.facts.need(Identifiers.draft(id), revision, (needs != null) ? needs : List.of());
		return "redirect:/drafts/{id}";
	}

}
