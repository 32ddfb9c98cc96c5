package org.huiling.engine;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;

import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a program is assessed for: each month, each calendar quarter, each calendar year,
 * each claim, or each month until it is given once.
 */
public enum Cycle {

	MONTH, QUARTER, YEAR, CLAIM, ONCE;

	/**
	 * Whether what is decided or paid is of a program that is given once.
	 * @param claim what stands in the place of a claim's id
	 * @return true where it is the name of {@link #ONCE}
	 */
	public static boolean isOnce(@Nullable String claim) {
		return ONCE.name().equals(claim);
	}

	/**
	 * The period that is assessed where a day lies.
	 * @param day the day
	 * @return the day itself for claims
	 */
	public Period at(LocalDate day) {
		return switch (this) {
			case MONTH, ONCE -> Period.of(YearMonth.from(day));
			case QUARTER -> Period.quarter(day);
			case YEAR -> Period.of(Year.from(day));
			case CLAIM -> Period.of(day);
		};
	}

	/**
	 * The periods that are assessed where one is asked for: whole ones, also where only a
	 * part was asked for.
	 * @param asked a month, a quarter or a year
	 * @return none for claims, of which each has its own day
	 */
	public List<Period> in(Period asked) {
		return switch (this) {
			case MONTH, ONCE -> asked.months();
			case QUARTER -> asked.quarters();
			case YEAR -> List.of(asked.year());
			case CLAIM -> List.of();
		};
	}

}
