package org.huiling.web.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.applicant.ApplicantDocument;
import org.huiling.applicant.PersonAnswer;
import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.TypedApplicant;
import org.huiling.web.Districts;
import org.huiling.web.ProgramNames;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Begins a file; what is not known yet is left empty and recorded later. */
@Controller
class NewFilePage {

	private final PersonFiles files;

	private final Districts districts;

	private final ProgramNames programs;

	private final JsonMapper json;

	private final TypedApplicant form;

	private final AskedFields fields;

	private final ShownFields shown;

	private final PartFields parts;

	NewFilePage(PersonFiles files, Districts districts, ProgramNames programs, JsonMapper json, TypedApplicant form,
			AskedFields fields, ShownFields shown, PartFields parts) {
		this.parts = parts;
		this.shown = shown;
		this.fields = fields;
		this.form = form;
		this.files = files;
		this.districts = districts;
		this.programs = programs;
		this.json = json;
	}

	@GetMapping("/people/new")
	String begin(Model model, Locale locale) {
		ObjectNode nothing = this.json.createObjectNode();
		Map<String, String> names = this.programs.forPerson(nothing, locale);
		model.addAttribute("typed", TypedFacts.of(nothing, this.fields.all()));
		model.addAttribute("programs", names);
		this.shown.add(fields(names), nothing, model);
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("locale", locale);
		return "web/casework/new";
	}

	private List<Field> fields(Map<String, String> programs) {
		List<Field> fields = new ArrayList<>(this.fields.changeable(this.json.createObjectNode(), programs.keySet()));
		fields.addAll(this.parts.askedLists(programs));
		return fields;
	}

	@PostMapping("/people/new")
	String record(@RequestParam MultiValueMap<String, String> form, Locale locale, RedirectAttributes next) {
		TypedFacts typed = new TypedFacts(form);
		ObjectNode nothing = this.json.createObjectNode();
		ObjectNode applicant = typed.applicant(fields(this.programs.forPerson(nothing, locale)), this.form);
		for (String field : new String[] { "name", "residentId" }) {
			if (!typed.value(field).isEmpty()) {
				applicant.put(field, typed.value(field));
			}
		}
		PersonAnswer begun = this.files.begin(new ApplicantDocument(applicant), null, locale).person();
		RecordedWarnings.show(begun.warnings(), next);
		return "redirect:/people/" + begun.id();
	}

}
