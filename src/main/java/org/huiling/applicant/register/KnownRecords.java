package org.huiling.applicant.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.register.recording.PartialRecord;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.OnFile;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * What was known of somebody.
 *
 * @param id the person
 * @param knownAt up to when
 * @param records by the day since when each holds; the least day for what is known before
 * all of them
 */
record KnownRecords(UUID id, Instant knownAt, NavigableMap<LocalDate, FactRecord> records) implements KnownApplicant {

	/**
	 * Reads what was known of somebody.
	 * @return null if nothing was
	 * @throws org.huiling.problem.InvalidInput if it cannot be read as a whole
	 */
	static @Nullable KnownRecords read(UUID id, OnFile onFile, Instant knownAt, ApplicantReader reading) {
		OnFile then = onFile.knownAt(knownAt);
		OnFile.Row only = then.only();
		FactRecord quick = (only != null) ? reading.readWritten(only.facts()) : null;
		if (only != null && quick != null) {
			TreeMap<LocalDate, FactRecord> records = new TreeMap<>();
			records.put(only.validFrom(), quick);
			records.put(LocalDate.MIN, born(quick));
			return new KnownRecords(id, knownAt, records);
		}
		return then.rows().isEmpty() ? null : read(id, then.history(), knownAt, reading);
	}

	static KnownRecords read(UUID id, History history, Instant knownAt, ApplicantReader reading) {
		TreeMap<LocalDate, FactRecord> records = new TreeMap<>();
		history.days().forEach((day) -> records.put(day, PartialRecord.readFacts(history.on(day), reading).record()));
		records.put(LocalDate.MIN, (history.counting().size() == 1) ? born(records.firstEntry().getValue())
				: PartialRecord.readFacts(history.on(LocalDate.MIN), reading).record());
		return new KnownRecords(id, knownAt, records);
	}

	/** Before the first record all is unknown but the birth, or the opening. */
	private static FactRecord born(FactRecord first) {
		return first.shape().record().put(first.subject().beginning(), first.birthDate()).build();
	}

	@Override
	public FactRecord on(LocalDate day) {
		Map.Entry<LocalDate, FactRecord> last = this.records.floorEntry(day);
		return (last != null) ? last.getValue() : this.records.firstEntry().getValue();
	}

	@Override
	public @Nullable LocalDate since(LocalDate day) {
		LocalDate from = this.records.floorKey(day);
		return (from == null || from.equals(LocalDate.MIN)) ? null : from;
	}

	/** Without what is known. */
	@Override
	public String toString() {
		return "applicant " + this.id;
	}

}
