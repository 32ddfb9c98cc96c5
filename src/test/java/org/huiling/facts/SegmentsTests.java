package org.huiling.facts;

import java.util.List;

import org.huiling.facts.Segments.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each slice of a cost is paid at its own ratio. */
class SegmentsTests {

	private static final Segments COUNTY = new Segments(
			List.of(new Segment(Money.of("10000.00"), Ratio.percent("70")), new Segment(null, Ratio.percent("75"))));

	@ParameterizedTest(name = "of {0}: {1}")
	@CsvSource({ "0.00, 0.00", "5000.00, 3500.00", "10000.00, 7000.00", "10000.01, 7000.0075", "30000.00, 22000.00" })
	void eachSliceIsPaidAtItsRatioAndABoundBelongsBelow(String cost, String paid) {
		assertThat(COUNTY.of(Money.of(cost))).isEqualTo(Money.of(paid));
	}

	@Test
	void anUpliftRaisesEverySlice() {
		Segments raised = COUNTY.uplifted(UpliftKind.POINTS, Ratio.percent("10"));
		assertThat(raised.of(Money.of("30000.00"))).isEqualTo(Money.of("25000.00"));
		assertThat(COUNTY.uplifted(UpliftKind.RELATIVE, Ratio.percent("5")).of(Money.of("10000")))
			.isEqualTo(Money.of("7350.00"));
	}

	@Test
	void theHighestRatioLimitsEverySlice() {
		Segments limited = COUNTY.uplifted(UpliftKind.POINTS, Ratio.percent("18")).atMost(Ratio.percent("90"));
		assertThat(limited.of(Money.of("20000"))).isEqualTo(Money.of("17800"));
	}

	@Test
	void threeSlicesTakeUpWhereTheOneBelowEnds() {
		Segments three = new Segments(List.of(new Segment(Money.of("100"), Ratio.percent("10")),
				new Segment(Money.of("300"), Ratio.percent("20")), new Segment(null, Ratio.percent("30"))));
		assertThat(three.of(Money.of("100"))).isEqualTo(Money.of("10"));
		assertThat(three.of(Money.of("300"))).isEqualTo(Money.of("50"));
		assertThat(three.of(Money.of("400"))).isEqualTo(Money.of("80"));
		assertThat(three).hasToString("≤ 100.00: 10%, ≤ 300.00: 20%, 30%");
	}

	@Test
	void aSharedCostIsSlicedExactly() {
		Money third = Money.of("100000").sharedBy(3);
		assertThat(COUNTY.of(third).times(3)).isEqualTo(Money.of("73500"));
	}

}
