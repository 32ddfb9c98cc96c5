package org.huiling.payment.calculation;

import java.time.YearMonth;
import java.util.UUID;

import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * Payments of a person that are held back until it is released.
 *
 * @param id its id
 * @param from from which month's roster on
 * @param program which program's, null for all
 * @param code why
 */
public record Hold(UUID id, YearMonth from, @Nullable String program, HoldCode code) {

	/**
	 * Whether it keeps an item off a month's roster: whatever is not paid yet from its
	 * first month on, arrears for earlier months too. A roster of a month before it, paid
	 * in advance, lacks the periods it begins with; a quarter or year counts from the one
	 * in which it begins.
	 */
	public boolean covers(PaymentItem item, YearMonth roster) {
		boolean begun = !roster.isBefore(this.from);
		String begin = item.isQuarterly() ? Period.quarter(this.from.atDay(1)).toString()
				: this.from.toString().substring(0, item.period().length());
		return (this.program == null || this.program.equals(item.program()))
				&& (begun || item.period().compareTo(begin) >= 0);
	}

}
