package org.huiling.facts.expression;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long it is from one day to another: what is complete, never less than nothing. */
public final class Spans {

	private static final int LEAP_DAY = 229;

	private static final int HUNDRED = 100;

	private Spans() {
	}

	/**
	 * Completed years; a leap-day birthday is completed on the last of February.
	 * @param from the first day
	 * @param to the day on which it is asked
	 * @return zero or more
	 */
	public static long fullYears(LocalDate from, LocalDate to) {
		int birthday = monthAndDay(from);
		if (birthday == LEAP_DAY && !to.isLeapYear()) {
			birthday--;
		}
		long years = (long) to.getYear() - from.getYear() - ((birthday > monthAndDay(to)) ? 1 : 0);
		return Math.max(years, 0L);
	}

	private static int monthAndDay(LocalDate date) {
		return date.getMonthValue() * HUNDRED + date.getDayOfMonth();
	}

	/**
	 * Completed months.
	 * @param from the first day
	 * @param to the day on which it is asked
	 * @return zero or more
	 */
	public static long fullMonths(LocalDate from, LocalDate to) {
		return Math.max(0L, ChronoUnit.MONTHS.between(from, to));
	}

	/**
	 * Days from one to the other.
	 * @param from the first day
	 * @param to the day on which it is asked
	 * @return zero or more
	 */
	public static long days(LocalDate from, LocalDate to) {
		return Math.max(0L, ChronoUnit.DAYS.between(from, to));
	}

}
