package org.huiling.payment;

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
record Item(String period, String program, @Nullable String claim) implements Comparable<Item> {

	private static final int YEAR_LENGTH = 4;

	/** The oldest first. */
	private static final Comparator<Item> ORDER = Comparator.comparing(Item::period)
		.thenComparing(Item::program)
		.thenComparing(Item::claim, Comparator.nullsFirst(Comparator.naturalOrder()));

	/** Whether it goes on from month to month. */
	boolean isMonthly() {
		return this.claim == null && this.period.length() > YEAR_LENGTH;
	}

	/** The first day of its period. */
	LocalDate firstDay() {
		return (this.period.length() > YEAR_LENGTH) ? YearMonth.parse(this.period).atDay(1)
				: Year.parse(this.period).atDay(1);
	}

	Item in(String otherPeriod) {
		return new Item(otherPeriod, this.program, this.claim);
	}

	@Override
	public int compareTo(Item other) {
		return ORDER.compare(this, other);
	}

}
