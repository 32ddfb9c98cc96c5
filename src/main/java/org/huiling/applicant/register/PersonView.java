package org.huiling.applicant.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.applicant.answer.PersonAnswer;
import org.huiling.applicant.answer.RecordAnswer;
import org.huiling.applicant.answer.WarningAnswer;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lookup.Masking;
import org.huiling.applicant.register.lookup.Search;
import org.huiling.applicant.register.recording.Recording;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonRow;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** People and their records as they are answered: numbers masked unless revealed. */
@Component
class PersonView {

	static final String FILE_NUMBER = "fileNumber";

	private static final List<String> SUMMARY = List.of(Subject.FIELD, Masking.RESIDENT_ID, "creditCode", "name",
			"birthDate", "sex", "deathDate", "hukou", "residence", "opened", "closed", "region");

	private final MessageSource messages;

	private final DictionaryInForce dictionary;

	PersonView(MessageSource messages, DictionaryInForce dictionary) {
		this.dictionary = dictionary;
		this.messages = messages;
	}

	/** A person on a day. */
	PersonAnswer person(UUID id, FileNumber number, History history, LocalDate date, Set<String> revealed) {
		return new PersonAnswer(id, number.toString(),
				fields(Masking.masked(history.on(date), revealed, history.layout())), null);
	}

	/** A person of whom something was recorded, on a day. */
	PersonAnswer recorded(Recording.Recorded recorded, LocalDate date, Locale locale) {
		PersonRow person = recorded.person();
		PersonAnswer answer = person(person.id(), person.fileNumber(), recorded.history(), date, Set.of());
		return new PersonAnswer(answer.id(), answer.fileNumber(), answer.facts(),
				warnings(recorded.warnings(), locale));
	}

	private static Map<String, JsonNode> fields(ObjectNode facts) {
		Map<String, JsonNode> fields = new LinkedHashMap<>();
		facts.properties().forEach((field) -> fields.put(field.getKey(), field.getValue()));
		return fields;
	}

	/** A person as JSON: id and file number among the facts. */
	static ObjectNode json(PersonAnswer person) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("id", person.id().toString());
		json.put(FILE_NUMBER, person.fileNumber());
		json.setAll(person.facts());
		return json;
	}

	/** The people who were found, in that order. */
	List<PersonAnswer> summaries(Search.Found found, LocalDate date) {
		List<PersonAnswer> summaries = new ArrayList<>();
		found.people()
			.forEach((id, history) -> summaries
				.add(summary(id, Objects.requireNonNull(found.numbers().get(id)), history, date)));
		return summaries;
	}

	/** A person in a list. */
	PersonAnswer summary(UUID id, FileNumber number, History history, LocalDate date) {
		PersonAnswer whole = person(id, number, history, date, Set.of());
		Map<String, JsonNode> facts = new LinkedHashMap<>(whole.facts());
		facts.keySet().retainAll(SUMMARY);
		return new PersonAnswer(id, whole.fileNumber(), facts, null);
	}

	/** A record on file. */
	RecordAnswer record(StoredRecord record, @Nullable StoredRecord correction) {
		return record(record, correction, Set.of());
	}

	/** The same with what is revealed. */
	RecordAnswer record(StoredRecord record, @Nullable StoredRecord correction, Set<String> revealed) {
		return answer(record, (correction != null) ? correction.id() : null, null, revealed);
	}

	/** A record that was just added. */
	RecordAnswer added(Recording.Recorded recorded, Locale locale) {
		return answer(recorded.record(), null, warnings(recorded.warnings(), locale), Set.of());
	}

	private RecordAnswer answer(StoredRecord record, @Nullable UUID correctedBy, @Nullable List<WarningAnswer> warnings,
			Set<String> revealed) {
		return new RecordAnswer(record.id(), record.validFrom(), record.recordedAt(), record.recordedBy(),
				new ApplicantDocument(
						Masking.masked(record.facts(), revealed, new RecordLayout(this.dictionary.current()))),
				record.reason(), record.corrects(), correctedBy, warnings);
	}

	private List<WarningAnswer> warnings(List<RecordWarning> warnings, Locale locale) {
		return warnings.stream()
			.map((warning) -> new WarningAnswer(warning.code(), warning.field(),
					Objects.requireNonNull(this.messages.getMessage("warning." + warning.code(),
							warning.arguments().toArray(), locale))))
			.toList();
	}

}
