package org.huiling.engine;

import java.time.LocalDate;

import org.huiling.facts.FactRecord;

/** What is recorded about a person, day by day. */
@FunctionalInterface
public interface ApplicantHistory {

	/**
	 * The facts valid on a day.
	 * @param day the fact day
	 * @return the record
	 */
	FactRecord on(LocalDate day);

}
