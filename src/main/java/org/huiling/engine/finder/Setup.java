package org.huiling.engine.finder;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

import org.huiling.engine.Cycle;
import org.huiling.engine.PolicyHeader;
import org.huiling.facts.Period;
import org.huiling.facts.RecordShape;
import org.jspecify.annotations.Nullable;

/**
 * Where a search takes place.
 *
 * @param cycle the program's
 * @param regionPrefix the jurisdiction's
 * @param from the first day the version governs
 * @param to the last one, null if it is open
 * @param shape of the records of people
 */
public record Setup(Cycle cycle, String regionPrefix, LocalDate from, @Nullable LocalDate to, RecordShape shape) {

	/**
	 * The setup of a version.
	 * @param cycle the program's
	 * @param regionPrefix the jurisdiction's
	 * @param header what {@code policy.yaml} says
	 * @param shape of the records of people
	 * @return the setup
	 */
	public static Setup of(Cycle cycle, String regionPrefix, PolicyHeader header, RecordShape shape) {
		return new Setup(cycle, regionPrefix, header.effectiveFrom(), header.effectiveTo(), shape);
	}

	/** The first period it governs; of claims its first day. */
	Period firstPeriod() {
		return around(this.from);
	}

	/** The first period that begins on a day or after it. */
	Period around(LocalDate day) {
		return switch (this.cycle) {
			case CLAIM -> Period.of(day);
			case MONTH -> {
				Period month = Period.of(YearMonth.from(day));
				yield month.firstDay().isBefore(day) ? month.next() : month;
			}
			case YEAR -> {
				Period year = Period.of(Year.from(day));
				yield year.firstDay().isBefore(day) ? year.next() : year;
			}
		};
	}

	/** Whether the version governs a period, unless a later one does. */
	boolean governs(Period period) {
		return !period.firstDay().isBefore(this.from) && (this.to == null || !period.firstDay().isAfter(this.to));
	}

}
