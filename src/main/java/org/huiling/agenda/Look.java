package org.huiling.agenda;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * For whom and when it is looked what is due.
 *
 * @param jurisdiction its id
 * @param regionPrefix below which its people lie
 * @param day the day
 */
record Look(String jurisdiction, String regionPrefix, LocalDate day) {

	/** How many months back what was missed is still found. */
	static final int MONTHS_BACK = 3;

	YearMonth month() {
		return YearMonth.from(this.day);
	}

	/** The first day of what is not yet too old to be new. */
	LocalDate first() {
		return month().minusMonths(MONTHS_BACK).atDay(1);
	}

	LocalDate lastOfMonth() {
		return month().atEndOfMonth();
	}

}
