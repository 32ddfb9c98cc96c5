package org.huiling.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/**
 * For whom and when it is looked what is due.
 *
 * @param jurisdiction its id
 * @param regionPrefix below which its people lie
 * @param day the day
 * @param since up to when everything was looked at before; null the first time
 */
record Look(String jurisdiction, String regionPrefix, LocalDate day, @Nullable Instant since) {

	/** How many months back what was missed is still found. */
	static final int MONTHS_BACK = 3;

	Look since(@Nullable Instant instant) {
		return new Look(this.jurisdiction, this.regionPrefix, this.day, instant);
	}

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
