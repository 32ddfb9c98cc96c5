package org.huiling.engine;

import java.time.LocalDate;

import org.huiling.facts.Period;

/**
 * 事实日: on which day of a period, or for it, a version reads a person's record. Which
 * version governs, which jurisdiction answers, ages and whether somebody lives go by the
 * period itself.
 */
public enum FactDay {

	/** The period's first day; of a claim its day. */
	FIRST_DAY,

	/** The last day of the month, quarter or year. */
	LAST_DAY,

	/**
	 * The day of the application: the last one up to the period's end, else the first
	 * after it.
	 */
	APPLICATION_DAY,

	/** The day of the claim, or of the item that the program goes over. */
	EVENT_DAY;

	/**
	 * Whether there is such a day in a cycle. No application says which claim it is for.
	 * @param cycle of a program
	 * @return false if nothing could be read on it
	 */
	public boolean fits(Cycle cycle) {
		return switch (this) {
			case FIRST_DAY -> true;
			case LAST_DAY, APPLICATION_DAY -> cycle != Cycle.CLAIM;
			case EVENT_DAY -> cycle == Cycle.CLAIM;
		};
	}

	/**
	 * The day of a period that stands for it: whose month, quarter or year other
	 * programs' awards are of, and on which it is read while nobody applied.
	 * @param period the period
	 * @return its last day for {@link #LAST_DAY}, else its first
	 */
	public LocalDate within(Period period) {
		return (this == LAST_DAY) ? period.lastDay() : period.firstDay();
	}

}
