package org.huiling.projection.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.huiling.decision.review.Projected;
import org.huiling.decision.review.Projected.Answered;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each month of a program is told, also where nobody's answer is known in it. */
class PersonCountTests {

	private static final YearMonth MAY = YearMonth.of(2013, 5);

	@Test
	void aMonthInWhichEverybodysAnswerIsOpenHasItsRow() {
		PersonCount count = new PersonCount(MAY, 3, 0, List.of(), null);
		Answered open = new Answered(MAY.plusMonths(1), "allowance", "2013-06", null, "NEEDS_INFORMATION",
				new BigDecimal("0.00"), List.of("careLevel"));
		count.add(new Projected(new UUID(0, 1), new Projected.Group("379901001", "80-89", "MALE"),
				List.of(List.of(open)), null));
		assertThat(rows(count.sums())).containsExactly("2013-05 allowance 0.00", "2013-06 allowance 0.00",
				"2013-07 allowance 0.00");
	}

	@Test
	void aProgramThatIsAskedForByNameHasItsRowsThoughItIsAboutNobody() {
		PersonCount count = new PersonCount(MAY, 1, 0, List.of("fees"), null);
		assertThat(rows(count.sums())).containsExactly("2013-05 fees 0.00");
	}

	private static List<String> rows(Sums sums) {
		List<String> rows = new ArrayList<>();
		ProjectionReports.of(sums, List.of()).months().forEach((one) -> {
			rows.add(one.month() + " " + one.program() + " " + one.before());
			assertThat(one.after()).isEqualTo(one.before());
		});
		return rows;
	}

}
