package org.huiling.web.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordBody;
import org.huiling.applicant.RecordJson;
import org.huiling.applicant.TypedApplicant;
import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.applicant.answer.PersonAnswer;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.RecordReader;
import org.huiling.web.Districts;
import org.huiling.web.ProgramNames;
import org.huiling.web.casework.form.AskedFields;
import org.huiling.web.casework.form.DoubtfulAccount;
import org.huiling.web.casework.form.Field;
import org.huiling.web.casework.form.PartFields;
import org.huiling.web.casework.form.RecordedWarnings;
import org.huiling.web.casework.form.ShownFields;
import org.huiling.web.casework.form.TypedFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Begins a file of a person or of an organisation; what is not known yet is left empty
 * and recorded later.
 */
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

	private final DictionaryInForce dictionary;

	private final Clock clock;

	NewFilePage(PersonFiles files, Districts districts, ProgramNames programs, JsonMapper json, TypedApplicant form,
			AskedFields fields, ShownFields shown, PartFields parts, DictionaryInForce dictionary, Clock clock) {
		this.clock = clock;
		this.dictionary = dictionary;
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
	String begin(@RequestParam(defaultValue = "") String subject, Model model, Locale locale) {
		ObjectNode nothing = about(subject);
		Subject about = RecordJson.subject(nothing);
		Map<String, String> names = this.programs.forPerson(nothing, locale);
		model.addAttribute("organisation", about == Subject.ORGANISATION);
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("typed", TypedFacts.of(nothing, this.fields.all(about)));
		model.addAttribute("programs", names);
		this.shown.add(fields(nothing, names), nothing, model);
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("locale", locale);
		return "web/casework/new";
	}

	/** What was answered in a quick check is not typed again. */
	@PostMapping("/people/new/answers")
	String answers(@RequestParam MultiValueMap<String, String> form, Model model, Locale locale) {
		ObjectNode nothing = about("");
		TypedFacts typed = new TypedFacts(form).about(nothing);
		Map<String, String> names = this.programs.forPerson(nothing, locale);
		List<Field> fields = fields(nothing, names);
		ObjectNode answered = typed.applicant(fields, this.form);
		names = this.programs.forPerson(answered, locale);
		model.addAttribute("organisation", false);
		model.addAttribute("answered", true);
		model.addAttribute("today", firstDay(typed.value("period")));
		model.addAttribute("typed", typed);
		model.addAttribute("programs", names);
		this.shown.add(fields(answered, names), answered, model);
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("locale", locale);
		return "web/casework/new";
	}

	/**
	 * The answers were about that month, so that they hold from its first day on; those
	 * about a month to come are what is so today.
	 */
	private LocalDate firstDay(String month) {
		LocalDate today = LocalDate.now(this.clock);
		try {
			LocalDate first = YearMonth.parse(month).atDay(1);
			return first.isBefore(today) ? first : today;
		}
		catch (DateTimeParseException ex) {
			return today;
		}
	}

	/** Nothing but whom the file is to be about: a person where it is not told. */
	private ObjectNode about(String subject) {
		ObjectNode nothing = this.json.createObjectNode();
		if (Subject.of(subject) == Subject.ORGANISATION && this.dictionary.current().of(Subject.ORGANISATION) != null) {
			nothing.put(Subject.FIELD, subject);
		}
		return nothing;
	}

	private List<Field> fields(ObjectNode about, Map<String, String> programs) {
		List<Field> fields = new ArrayList<>(this.fields.changeable(about, programs.keySet()));
		fields.addAll(this.parts.askedLists(about, programs));
		if (RecordJson.subject(about) == Subject.PERSON) {
			fields.addAll(this.parts.claims());
		}
		return fields;
	}

	@Idempotent
	@PostMapping("/people/new")
	String record(@RequestParam MultiValueMap<String, String> form, Locale locale, RedirectAttributes next) {
		TypedFacts sent = new TypedFacts(form);
		ObjectNode nothing = about(sent.value(Subject.FIELD));
		TypedFacts typed = sent.about(nothing);
		DoubtfulAccount.ask(typed);
		ObjectNode applicant = typed.applicant(fields(nothing, this.programs.forPerson(nothing, locale)), this.form);
		for (String field : new String[] { "name", RecordJson.subject(nothing).id() }) {
			if (!typed.value(field).isEmpty()) {
				applicant.put(field, typed.value(field));
			}
		}
		PersonAnswer begun = this.files.beginSince(new ApplicantDocument(applicant), since(typed), locale).person();
		RecordedWarnings.show(begun.warnings(), next);
		return "redirect:/people/" + begun.id();
	}

	/** From when all holds but who and where somebody is; null for from birth on. */
	private @Nullable LocalDate since(TypedFacts typed) {
		String since = typed.value("validFrom");
		if (since.isEmpty()) {
			return null;
		}
		ObjectNode body = this.json.createObjectNode().put("validFrom", since);
		body.putObject("facts").put("name", "");
		return RecordReader.read(body, RecordBody.class).validFrom();
	}

}
