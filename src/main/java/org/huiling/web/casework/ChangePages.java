package org.huiling.web.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordBody;
import org.huiling.applicant.RecordJson;
import org.huiling.applicant.TypedApplicant;
import org.huiling.applicant.answer.RecordAnswer;
import org.huiling.decision.assessment.Assessing;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.RecordReader;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.web.Districts;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.huiling.web.casework.decide.Comparing;
import org.huiling.web.casework.form.AskedFields;
import org.huiling.web.casework.form.DoubtfulAccount;
import org.huiling.web.casework.form.Field;
import org.huiling.web.casework.form.RecordedWarnings;
import org.huiling.web.casework.form.ShownFields;
import org.huiling.web.casework.form.TypedFacts;
import org.huiling.web.casework.form.UnaskedFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Changes what is known of somebody: for good, with the day and the reason, or only to
 * see what would come of it. The form shows what is known; of what comes back only the
 * parts that are different count.
 */
@Controller
class ChangePages {

	private static final Set<String> IDENTIFYING = Set.of("residentId", "name", "payee");

	private final PersonFiles files;

	private final Assessing assessing;

	private final Comparing comparing;

	private final Districts districts;

	private final ProgramNames programs;

	private final JsonMapper json;

	private final Clock clock;

	private final TypedApplicant form;

	private final AskedFields fields;

	private final ShownFields shown;

	ChangePages(PersonFiles files, Assessing assessing, Comparing comparing, Districts districts, ProgramNames programs,
			JsonMapper json, Clock clock, TypedApplicant form, AskedFields fields, ShownFields shown) {
		this.shown = shown;
		this.fields = fields;
		this.form = form;
		this.files = files;
		this.assessing = assessing;
		this.comparing = comparing;
		this.districts = districts;
		this.programs = programs;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/people/{id}/change")
	String change(@PathVariable String id, @RequestParam @Nullable String corrects, Model model, Locale locale) {
		PersonFiles.File file = this.files.open(Identifiers.person(id), null, null);
		RecordAnswer wrong = record(file, corrects);
		JsonNode facts = (wrong != null) ? wrong.facts().json() : file.facts();
		form(file, facts, model, locale);
		model.addAttribute("corrects", (wrong != null) ? wrong.id().toString() : "");
		model.addAttribute("validFrom", ((wrong != null) ? wrong.validFrom() : LocalDate.now(this.clock)).toString());
		return "web/casework/change";
	}

	@Idempotent
	@PostMapping("/people/{id}/change")
	String record(@PathVariable String id, @RequestParam MultiValueMap<String, String> form, Locale locale,
			RedirectAttributes next) {
		UUID person = Identifiers.person(id);
		PersonFiles.File file = this.files.open(person, null, null);
		TypedFacts typed = new TypedFacts(form).about(file.facts());
		DoubtfulAccount.ask(typed);
		RecordAnswer wrong = record(file, typed.value("corrects"));
		JsonNode known = (wrong != null) ? wrong.facts().json() : file.facts();
		ObjectNode body = this.json.createObjectNode();
		body.put("validFrom", typed.value("validFrom"));
		body.put("reason", typed.value("reason"));
		ObjectNode facts = changed(known, typed, this.programs.forPerson(file.facts(), locale));
		if (facts.isEmpty() && (wrong == null || wrong.validFrom().toString().equals(typed.value("validFrom")))) {
			throw new InvalidInput(422, List.of(FieldError.of("", "NOTHING_CHANGED")));
		}
		body.set("facts", facts);
		if (wrong != null) {
			body.put("corrects", wrong.id().toString());
		}
		RecordBody read = RecordReader.read(body, RecordBody.class);
		@Nullable String etag = typed.value("etag").isEmpty() ? null : typed.value("etag");
		RecordAnswer added = ((wrong == null) ? this.files.record(person, read, etag, locale) : this.files.correct(
				person, wrong.id(), facts, new PersonFiles.Said(read.validFrom(), typed.value("reason")), etag, locale))
			.record();
		RecordedWarnings.show(added.warnings(), next);
		return "redirect:/people/" + person;
	}

	@GetMapping("/people/{id}/what-if")
	String whatIf(@PathVariable String id, Model model, Locale locale) {
		PersonFiles.File file = this.files.open(Identifiers.person(id), null, null);
		form(file, file.facts(), model, locale);
		model.addAttribute("period", YearMonth.now(this.clock).toString());
		return "web/casework/what-if";
	}

	/** Both answers, side by side; nothing is stored. */
	@PostMapping("/people/{id}/what-if")
	String compare(@PathVariable String id, @RequestParam MultiValueMap<String, String> form, Model model,
			Locale locale) {
		ObjectNode before = this.files.open(Identifiers.person(id), null, null).facts().deepCopy();
		TypedFacts typed = new TypedFacts(form).about(before);
		before.remove(List.of("id", "fileNumber", "creditCode"));
		IDENTIFYING.forEach(before::remove);
		ObjectNode after = before.deepCopy();
		changed(before, typed, this.programs.forPerson(before, locale)).properties().forEach((field) -> {
			if (field.getValue().isNull()) {
				after.remove(field.getKey());
			}
			else {
				after.set(field.getKey(), field.getValue());
			}
		});
		Assessing.Assessed as = this.assessing.assess(question(typed, before, null), locale);
		String jurisdiction = as.jurisdiction().id();
		Assessing.Assessed then = this.assessing.assess(question(typed, after, jurisdiction), locale);
		model.addAttribute("compared",
				this.comparing.of(as.assessments().assessments(), then.assessments().assessments(), locale));
		return "web/casework/what-if :: compared";
	}

	private ObjectNode question(TypedFacts typed, ObjectNode applicant, @Nullable String jurisdiction) {
		ObjectNode body = this.json.createObjectNode();
		body.put("period", typed.value("period"));
		body.put("explain", "FULL");
		if (jurisdiction != null) {
			body.put("jurisdiction", jurisdiction);
		}
		body.set("applicant", applicant);
		return body;
	}

	private void form(PersonFiles.File file, JsonNode facts, Model model, Locale locale) {
		model.addAttribute("id", file.id());
		model.addAttribute("etag", file.etag());
		model.addAttribute("person", file.facts());
		model.addAttribute("typed", TypedFacts.of(facts, this.fields.all(RecordJson.subject(facts))));
		Map<String, String> programs = this.programs.forPerson(file.facts(), locale);
		model.addAttribute("programs", programs);
		this.shown.add(this.fields.changeable(facts, programs.keySet()), facts, model);
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("locale", locale);
	}

	private static @Nullable RecordAnswer record(PersonFiles.File file, @Nullable String id) {
		return file.records()
			.stream()
			.filter((record) -> record.id().toString().equals(id) && isCorrectable(record))
			.findFirst()
			.orElse(null);
	}

	/** What is shown masked stays as it was where nobody says it anew. */
	static boolean isCorrectable(RecordAnswer record) {
		return record.correctedBy() == null;
	}

	/**
	 * The parts of an applicant that are different now; null for what is no longer known.
	 */
	private ObjectNode changed(JsonNode known, TypedFacts typed, Map<String, String> programs) {
		List<Field> fields = this.fields.changeable(known, programs.keySet());
		ObjectNode shown = TypedFacts.of(known, this.fields.all(RecordJson.subject(known)))
			.applicant(fields, this.form);
		ObjectNode now = typed.applicant(fields, this.form);
		ObjectNode changed = this.json.createObjectNode();
		Set<String> parts = new LinkedHashSet<>();
		fields.forEach((field) -> parts.add(field.path().split("\\.")[0]));
		parts.add(RecordJson.subject(known).beginning());
		for (String part : parts) {
			if (!Objects.equals(shown.get(part), now.get(part))) {
				changed.set(part, UnaskedFacts.kept(known.path(part), now.get(part), part, fields));
			}
		}
		return changed;
	}

}
