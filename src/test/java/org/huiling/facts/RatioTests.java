package org.huiling.facts;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Shares are exact, and an uplift says whether it counts points or percent. */
class RatioTests {

	@Test
	void pointsAreAdded() {
		assertThat(Ratio.percent("90").uplifted(UpliftKind.POINTS, Ratio.percent("5"))).isEqualTo(Ratio.percent("95"));
	}

	@Test
	void relativePercentAreMultiplied() {
		Ratio ratio = Ratio.percent("90").uplifted(UpliftKind.RELATIVE, Ratio.percent("5"));
		assertThat(ratio).isEqualTo(Ratio.percent("94.5"));
		assertThat(Ratio.percent("70").uplifted(UpliftKind.RELATIVE, Ratio.percent("5"))).hasToString("73.5%");
	}

	@Test
	void anUpliftOfNothingChangesNothing() {
		for (Code kind : List.of(UpliftKind.POINTS, UpliftKind.RELATIVE)) {
			assertThat(Ratio.percent("55").uplifted(kind, Ratio.percent("0"))).isEqualTo(Ratio.percent("55"));
		}
	}

	@Test
	void theHighestRatioLimits() {
		Ratio most = Ratio.percent("90");
		assertThat(Ratio.percent("93.5").atMost(most)).isEqualTo(most);
		assertThat(Ratio.percent("90").atMost(most)).isEqualTo(most);
		assertThat(Ratio.percent("89.999").atMost(most)).isEqualTo(Ratio.percent("89.999"));
	}

	@Test
	void theUpliftedRatioIsNeverRounded() {
		Ratio ratio = Ratio.percent("33.333333").uplifted(UpliftKind.RELATIVE, Ratio.percent("3.333333"));
		assertThat(ratio.value()).isEqualByComparingTo("0.3444444398888889");
	}

	@Test
	void oneShareWrittenDifferentlyIsEqualWithOneHash() {
		assertThat(Ratio.percent("30")).isEqualTo(Ratio.percent("30.00"))
			.hasSameHashCodeAs(Ratio.percent("30.00"))
			.hasToString("30%");
		assertThat(Ratio.percent("0")).hasSameHashCodeAs(Ratio.percent("0.00")).hasToString("0%");
		assertThat(Ratio.percent("100")).hasToString("100%");
	}

}
