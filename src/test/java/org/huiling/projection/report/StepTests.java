package org.huiling.projection.report;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StepTests {

	@Test
	void aChangeLiesInOneStep() {
		assertThat(step("0.00", 12)).isEqualTo("0.00 0.00");
		assertThat(step("120.00", 12)).isEqualTo("0.00 10.00");
		assertThat(step("120.01", 12)).isEqualTo("10.00 20.00");
		assertThat(step("-120.00", 12)).isEqualTo("-10.00 0.00");
		assertThat(step("-120.01", 12)).isEqualTo("-20.00 -10.00");
		assertThat(step("5000.01", 1)).isEqualTo("5000.00 null");
		assertThat(step("-6000.00", 1)).isEqualTo("null -5000.00");
	}

	private static String step(String change, int months) {
		Step step = Step.of(new BigDecimal(change), months);
		return step.from() + " " + step.to();
	}

}
