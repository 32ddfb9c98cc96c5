package org.huiling.applicant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/** What was known about a stored person at an instant, day by day. */
public interface KnownApplicant {

	/**
	 * The person's id.
	 * @return as in {@code /applicants/{id}}
	 */
	UUID id();

	/**
	 * Up to when what was recorded is seen here.
	 * @return an instant that gets no other answer later
	 */
	Instant knownAt();

	/**
	 * The facts valid on a day.
	 * @param day any day; before the first record all is unknown but the birth date
	 * @return free of contradictions
	 */
	FactRecord on(LocalDate day);

	/**
	 * Since when what holds on a day has held.
	 * @param day any day
	 * @return the day on which a record begins; null before the first
	 */
	@Nullable LocalDate since(LocalDate day);

}
