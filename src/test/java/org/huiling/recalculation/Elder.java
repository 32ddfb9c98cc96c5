package org.huiling.recalculation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Somebody, as the test knows them. */
final class Elder {

	/** When the raise is published, and from which month on it holds. */
	static final YearMonth RAISED_IN = YearMonth.of(2013, 6);

	static final YearMonth RAISED_FROM = YearMonth.of(2013, 3);

	static final YearMonth WITHDRAWN_IN = YearMonth.of(2014, 2);

	final UUID id;

	final LocalDate birth;

	/** Whether they are registered in the district, from which month on. */
	final TreeMap<YearMonth, Boolean> here = new TreeMap<>(Map.of(YearMonth.of(1960, 1), true));

	@Nullable LocalDate death;

	@Nullable String deathRecord;

	int claims;

	Elder(UUID id, LocalDate birth) {
		this.id = id;
		this.birth = birth;
	}

	/**
	 * The allowance by hand. Source: the model district's own assumption, its versions of
	 * 2012, 2013 and 2014 and the raise of this test.
	 */
	int allowance(YearMonth month, YearMonth knownIn) {
		boolean dead = this.death != null && this.death.isBefore(month.atDay(1));
		if (dead || !this.here.floorEntry(month).getValue()) {
			return 0;
		}
		boolean nextMonth = month.getYear() >= 2014;
		LocalDate asOf = nextMonth ? month.atDay(1).minusDays(1) : month.atEndOfMonth();
		int age = java.time.Period.between(this.birth, asOf).getYears();
		if (this.birth.getMonthValue() == 2 && this.birth.getDayOfMonth() == 29 && !asOf.isLeapYear()
				&& asOf.getMonthValue() == 2 && asOf.getDayOfMonth() == 28) {
			age = asOf.getYear() - this.birth.getYear();
		}
		boolean raised = !month.isBefore(RAISED_FROM) && month.getYear() == 2013 && !knownIn.isBefore(RAISED_IN)
				&& knownIn.isBefore(WITHDRAWN_IN);
		int[] bands = switch (month.getYear()) {
			case 2012 -> new int[] { 0, 100, 300 };
			case 2013 -> new int[] { raised ? 150 : 100, 300, 600 };
			default -> new int[] { 120, 320, 800 };
		};
		return (age >= 100) ? bands[2] : (age >= 90) ? bands[1] : (age >= 80) ? bands[0] : 0;
	}

}
