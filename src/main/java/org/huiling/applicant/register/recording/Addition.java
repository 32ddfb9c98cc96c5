package org.huiling.applicant.register.recording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.huiling.applicant.RecordBody;
import org.huiling.applicant.RegisterFault;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.applicant.register.store.UndeclaredFacts;
import org.huiling.audit.AuditAction;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record to be added to a person's file, read and found not to contradict what is known
 * on whatever day: the same for one change and for a list of many.
 *
 * @param before what was known
 * @param record without the instant at which it is recorded
 * @param after what is known with it
 * @param warnings what is odd
 */
public record Addition(History before, StoredRecord record, History after, List<RecordWarning> warnings) {

	/**
	 * Reads and checks a record.
	 * @param before what is known
	 * @param body what is to be recorded
	 * @param by the account
	 * @param reading reads people today
	 * @throws InvalidInput 400, 422 naming what is wrong below {@code facts}
	 */
	public static Addition of(History before, RecordBody body, String by, ApplicantReader reading) {
		StoredRecord wrong = corrected(before, body.corrects());
		LocalDate from = (body.validFrom() != null) ? body.validFrom() : validFrom(wrong);
		History without = before.with(new StoredRecord(TimeOrderedId.next(), from, Instant.MAX, "", null,
				body.corrects(), PersonStore.MAPPER.createObjectNode()));
		ObjectNode known = without.on(from);
		SaidAgain again = new SaidAgain((wrong != null) ? wrong.facts() : known, wrong != null, body.part(),
				RecordLayout.declaring(reading.dictionary(), known), reading.today());
		PartialRecord part = PartialRecord.read(body.part(), known, again, reading);
		Dictionary declared = RecordLayout.declaring(reading.dictionary(), part.facts());
		List<String> kept = (wrong != null) ? UndeclaredFacts.keepOfRecord(declared, wrong.facts(), part.facts())
				: UndeclaredFacts.keepOfGroups(declared, known, part.facts());
		StoredRecord record = new StoredRecord(TimeOrderedId.next(), from, Instant.MAX, by, body.reason(),
				body.corrects(), part.facts());
		History after = before.with(record);
		List<RecordWarning> warnings = new ArrayList<>(check(after, reading));
		warnings.removeIf(new EarlierWarnings(before, reading, part.facts())::contains);
		new RecordDoubts(before, after, record).addTo(warnings);
		kept.forEach((path) -> warnings.add(new RecordWarning("KEPT_UNDECLARED", "facts." + path, List.of(path))));
		if (wrong == null) {
			JsonNode birth = after.last().path(after.subject().beginning());
			warnings.addAll(ValidFrom.doubts(from, birth.isString() ? LocalDate.parse(birth.stringValue()) : null,
					reading.today()));
		}
		return new Addition(before, record, after, warnings);
	}

	/** Reads every day on which something changes as a whole. */
	static List<RecordWarning> check(History history, ApplicantReader reading) {
		List<RecordWarning> warnings = List.of();
		for (LocalDate day : history.days()) {
			warnings = PartialRecord.readFacts(history.on(day), reading).warnings();
		}
		if (history.days().isEmpty()) {
			PartialRecord.readFacts(history.last(), reading);
		}
		return warnings;
	}

	/**
	 * Whether there is another resident id or credit code from then on, or a first one.
	 */
	boolean isOtherId() {
		return isOther(this.after.subject().id());
	}

	/** Whether the person may be somebody else from then on, who is on file already. */
	public boolean isAnother() {
		Subject subject = this.after.subject();
		return Stream.of(subject.id(), "name", subject.beginning()).anyMatch(this::isOther);
	}

	private boolean isOther(String field) {
		return !this.before.last().path(field).equals(this.after.last().path(field));
	}

	/** What the trail calls it. */
	public AuditAction action() {
		return (isOtherId() && this.before.last().has(Subject.PERSON.id())) ? AuditAction.RESIDENT_ID_CORRECTED
				: AuditAction.RECORD_ADDED;
	}

	/** What the trail keeps of it. */
	public Map<String, Object> details() {
		Map<String, Object> details = new HashMap<>(Map.of("record", this.record.id().toString(), "fields",
				List.copyOf(this.record.facts().propertyNames())));
		UUID corrects = this.record.corrects();
		if (corrects != null) {
			details.put("corrects", corrects.toString());
		}
		return details;
	}

	private static @Nullable StoredRecord corrected(History before, @Nullable UUID corrects) {
		if (corrects == null) {
			return null;
		}
		StoredRecord wrong = before.find(corrects);
		if (wrong == null) {
			throw refused(FieldError.of("corrects", RegisterFault.UNKNOWN_RECORD.name()));
		}
		StoredRecord correction = before.correctionOf(corrects);
		if (correction != null) {
			throw refused(
					FieldError.of("corrects", RegisterFault.ALREADY_CORRECTED.name(), correction.id().toString()));
		}
		return wrong;
	}

	private static LocalDate validFrom(@Nullable StoredRecord wrong) {
		if (wrong == null) {
			throw new IllegalStateException("neither a day nor a record that is corrected");
		}
		return wrong.validFrom();
	}

	private static InvalidInput refused(FieldError error) {
		return new InvalidInput(422, List.of(error));
	}

}
