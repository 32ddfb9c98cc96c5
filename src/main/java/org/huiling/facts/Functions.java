package org.huiling.facts;

import java.time.LocalDate;

/** What rules write as a function, with its values in brackets. */
public final class Functions {

	private Functions() {
	}

	/**
	 * The lower of two amounts.
	 * @param one an amount
	 * @param other another one
	 * @return one of them
	 */
	public static Money min(Money one, Money other) {
		return one.atMost(other);
	}

	/**
	 * The higher of two amounts.
	 * @param one an amount
	 * @param other another one
	 * @return one of them
	 */
	public static Money max(Money one, Money other) {
		return one.atLeast(other);
	}

	/**
	 * The lower of two whole numbers.
	 * @param one a number
	 * @param other another one
	 * @return one of them
	 */
	public static int min(int one, int other) {
		return Math.min(one, other);
	}

	/**
	 * The higher of two whole numbers.
	 * @param one a number
	 * @param other another one
	 * @return one of them
	 */
	public static int max(int one, int other) {
		return Math.max(one, other);
	}

	/**
	 * The earlier of two days.
	 * @param one a day
	 * @param other another one
	 * @return one of them
	 */
	public static LocalDate min(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? other : one;
	}

	/**
	 * The later of two days.
	 * @param one a day
	 * @param other another one
	 * @return one of them
	 */
	public static LocalDate max(LocalDate one, LocalDate other) {
		return one.isBefore(other) ? other : one;
	}

	/**
	 * What a division comes to without its rest. Rules divide inside of this word alone,
	 * and what they divide is rounded down, also below zero.
	 * @param quotient the whole number
	 * @return the same
	 */
	public static int whole(int quotient) {
		return quotient;
	}

}
