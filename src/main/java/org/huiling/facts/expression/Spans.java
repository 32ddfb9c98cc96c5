package org.huiling.facts.expression;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

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

	/**
	 * Whether two days lie in one calendar month.
	 * @param one the first
	 * @param other the second
	 * @return true if they do
	 */
	public static boolean sameMonth(LocalDate one, LocalDate other) {
		return sameYear(one, other) && one.getMonth() == other.getMonth();
	}

	/**
	 * Whether two days lie in one quarter, from January on.
	 * @param one the first
	 * @param other the second
	 * @return true if they do
	 */
	public static boolean sameQuarter(LocalDate one, LocalDate other) {
		return sameYear(one, other) && one.get(IsoFields.QUARTER_OF_YEAR) == other.get(IsoFields.QUARTER_OF_YEAR);
	}

	/**
	 * Whether two days lie in one calendar year.
	 * @param one the first
	 * @param other the second
	 * @return true if they do
	 */
	public static boolean sameYear(LocalDate one, LocalDate other) {
		return one.getYear() == other.getYear();
	}

}
