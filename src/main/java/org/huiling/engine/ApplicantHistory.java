package org.huiling.engine;

import java.time.LocalDate;

import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;

/** What is recorded about a person or an organisation, day by day. */
@FunctionalInterface
public interface ApplicantHistory {

	/**
	 * The facts valid on a day.
	 * @param day the fact day
	 * @return the record
	 */
	FactRecord on(LocalDate day);

	/**
	 * Whom the facts are about; it never changes.
	 * @return a person or an organisation
	 */
	default Subject subject() {
		return on(LocalDate.EPOCH).subject();
	}

}
