package org.huiling.payment.calculation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

import org.huiling.engine.Cycle;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is for: one program and period of a person.
 *
 * @param period {@code 2013-07}, {@code 2013-Q3} of a quarterly program or {@code 2013}
 * of a yearly one
 * @param program the program's id
 * @param claim the claim's id, {@code ONCE} where the program is given once, else null
 */
public record PaymentItem(String period, String program, @Nullable String claim) implements Comparable<PaymentItem> {

	private static final int YEAR_LENGTH = 4;

	/** The oldest first. */
	private static final Comparator<PaymentItem> ORDER = Comparator.comparing(PaymentItem::begin)
		.thenComparing(PaymentItem::period)
		.thenComparing(PaymentItem::program)
		.thenComparing(PaymentItem::claim, Comparator.nullsFirst(Comparator.naturalOrder()));

	/** Whether it goes on from month to month. */
	public boolean isMonthly() {
		return this.claim == null && this.period.length() > YEAR_LENGTH && !isQuarterly();
	}

	/** Whether it is paid for a calendar quarter. */
	public boolean isQuarterly() {
		return Period.isQuarter(this.period);
	}

	/** Whether it is of what is given once, whatever its month. */
	public boolean isOnce() {
		return Cycle.isOnce(this.claim);
	}

	/** The first day of its period. */
	public LocalDate firstDay() {
		return Period.parse(this.period).firstDay();
	}

	/** The last month of its period. */
	public YearMonth lastMonth() {
		return YearMonth.from(Period.parse(this.period).lastDay());
	}

	/** Its first month, or its year: in this order they follow each other. */
	String begin() {
		return isQuarterly() ? YearMonth.from(firstDay()).toString() : this.period;
	}

	public PaymentItem in(String otherPeriod) {
		return new PaymentItem(otherPeriod, this.program, this.claim);
	}

	@Override
	public int compareTo(PaymentItem other) {
		return ORDER.compare(this, other);
	}

}
