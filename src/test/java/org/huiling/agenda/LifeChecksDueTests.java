package org.huiling.agenda;

import java.time.LocalDate;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A life check is due in the month in which it ends, however short that is. */
class LifeChecksDueTests {

	@Test
	void aCheckIsDueExactlyWhereItHoldsNoLongerThanToTheEndOfTheMonth() {
		for (int months : new int[] { 1, 6, 12, 18 }) {
			for (YearMonth month = YearMonth.of(2012, 1); month.getYear() < 2014; month = month.plusMonths(1)) {
				LocalDate last = LifeChecksDue.last(month, months);
				for (LocalDate passed = last.minusDays(40); passed
					.isBefore(last.plusDays(40)); passed = passed.plusDays(1)) {
					assertThat(!passed.isAfter(last)).as("%s, %s months, %s", passed, months, month)
						.isEqualTo(!passed.plusMonths(months).isAfter(month.atEndOfMonth()));
				}
			}
		}
	}

}
