package org.huiling.payment.calculation;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * What a payment is for: one program and period of a person.
 *
 * @param period {@code 2013-07}, or {@code 2013} of a yearly program
 * @param program the program's id
 * @param claim the claim's id, null unless the program is for claims
 */
public record PaymentItem(String period, String program, @Nullable String claim) implements Comparable<PaymentItem> {

	private static final int YEAR_LENGTH = 4;

	/** The oldest first. */
	private static final Comparator<PaymentItem> ORDER = Comparator.comparing(PaymentItem::period)
		.thenComparing(PaymentItem::program)
		.thenComparing(PaymentItem::claim, Comparator.nullsFirst(Comparator.naturalOrder()));

	/** Whether it goes on from month to month. */
	public boolean isMonthly() {
		return this.claim == null && this.period.length() > YEAR_LENGTH;
	}

	/** The first day of its period. */
	public LocalDate firstDay() {
		return (this.period.length() > YEAR_LENGTH) ? YearMonth.parse(this.period).atDay(1)
				: Year.parse(this.period).atDay(1);
	}

	public PaymentItem in(String otherPeriod) {
		return new PaymentItem(otherPeriod, this.program, this.claim);
	}

	@Override
	public int compareTo(PaymentItem other) {
		return ORDER.compare(this, other);
	}

}
