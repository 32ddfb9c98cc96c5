package org.huiling.web.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordBody;
import org.huiling.applicant.RecordJson;
import org.huiling.applicant.answer.RecordAnswer;
import org.huiling.facts.Subject;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.RecordReader;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.web.Identifiers;
import org.huiling.web.casework.form.RecordedWarnings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 姓名、证件号码和出生日期: puts right what was recorded wrongly in whichever record says it, the
 * first one too, or records what is different from a day on.
 */
@Controller
class IdentityPage {

	/** It was wrong from the beginning; anything else was so until a day. */
	private static final String WRONG = "WRONG";

	private final PersonFiles files;

	private final JsonMapper json;

	private final Clock clock;

	IdentityPage(PersonFiles files, JsonMapper json, Clock clock) {
		this.files = files;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/people/{id}/identity")
	String form(@PathVariable String id, Model model) {
		PersonFiles.File file = this.files.open(Identifiers.person(id), null, null);
		Subject subject = RecordJson.subject(file.facts());
		model.addAttribute("id", file.id());
		model.addAttribute("etag", file.etag());
		model.addAttribute("person", file.facts());
		model.addAttribute("number", subject.id());
		model.addAttribute("beginning", subject.beginning());
		model.addAttribute("today", LocalDate.now(this.clock));
		return "web/casework/identity";
	}

	@Idempotent
	@PostMapping("/people/{id}/identity")
	String record(@PathVariable String id, @RequestParam Map<String, String> form, Locale locale,
			RedirectAttributes next) {
		UUID person = Identifiers.person(id);
		PersonFiles.File file = this.files.open(person, null, null);
		ObjectNode changed = changed(file.facts(), form);
		if (changed.isEmpty()) {
			throw new InvalidInput(422, List.of(FieldError.of("", "NOTHING_CHANGED")));
		}
		ObjectNode body = this.json.createObjectNode();
		body.put("reason", form.getOrDefault("reason", "").strip());
		body.set("facts", changed);
		boolean wrong = WRONG.equals(form.get("kind"));
		body.put("validFrom",
				wrong ? LocalDate.now(this.clock).toString() : form.getOrDefault("validFrom", "").strip());
		RecordBody read = RecordReader.read(body, RecordBody.class);
		String etag = form.getOrDefault("etag", "").strip();
		RecordAnswer added = wrong ? correct(file, changed, body.path("reason").asString(), etag, locale)
				: this.files.record(person, read, etag.isEmpty() ? null : etag, locale).record();
		RecordedWarnings.show(added.warnings(), next);
		return "redirect:/people/" + person;
	}

	/** What was typed and is not on file; an empty number stays what it is. */
	private ObjectNode changed(ObjectNode facts, Map<String, String> form) {
		Subject subject = RecordJson.subject(facts);
		ObjectNode changed = this.json.createObjectNode();
		for (String field : List.of("name", subject.id(), subject.beginning())) {
			String typed = form.getOrDefault(field, "").strip();
			if (!typed.isEmpty() && !typed.equals(facts.path(field).asString(""))) {
				changed.put(field, typed);
			}
		}
		return changed;
	}

	/**
	 * Each field is corrected where it was said last; what was never said, in the first
	 * record.
	 */
	private RecordAnswer correct(PersonFiles.File file, ObjectNode changed, String reason, String etag, Locale locale) {
		Map<RecordAnswer, ObjectNode> corrections = new LinkedHashMap<>();
		changed.properties()
			.forEach((field) -> corrections
				.computeIfAbsent(saying(file, field.getKey()), (record) -> this.json.createObjectNode())
				.set(field.getKey(), field.getValue()));
		String beginning = RecordJson.subject(file.facts()).beginning();
		String before = file.facts().path(beginning).asString("");
		@Nullable String expected = etag.isEmpty() ? null : etag;
		RecordAnswer last = null;
		for (Map.Entry<RecordAnswer, ObjectNode> one : corrections.entrySet()) {
			RecordAnswer record = one.getKey();
			boolean fromBirth = record.validFrom().toString().equals(before) && one.getValue().has(beginning);
			PersonFiles.Added added = this.files.correct(file.id(), record.id(), one.getValue(),
					new PersonFiles.Said(fromBirth ? day(one.getValue(), beginning) : record.validFrom(), reason),
					expected, locale);
			expected = added.etag();
			last = added.record();
		}
		return Objects.requireNonNull(last);
	}

	/** A file that begins with a birth does so with the right one. */
	private static @Nullable LocalDate day(ObjectNode changed, String beginning) {
		ObjectNode body = changed.objectNode().put("validFrom", changed.path(beginning).asString());
		body.set("facts", changed);
		return RecordReader.read(body, RecordBody.class).validFrom();
	}

	private static RecordAnswer saying(PersonFiles.File file, String field) {
		List<RecordAnswer> counting = file.records().stream().filter((one) -> one.correctedBy() == null).toList();
		return counting.stream()
			.filter((one) -> one.facts().json().has(field))
			.max(Comparator.comparing(RecordAnswer::validFrom).thenComparing(RecordAnswer::recordedAt))
			.orElseGet(() -> counting.get(0));
	}

}
