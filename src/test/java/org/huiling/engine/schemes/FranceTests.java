package org.huiling.engine.schemes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Assessment;
import org.huiling.engine.reason.CalculationStep;
import org.huiling.engine.reason.WhyNot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * France's allowance of solidarity for the elderly (ASPA) against every case that
 * OpenFisca-France has of it. Its tolerance is a cent or two, often a euro; here the
 * amount is exact.
 */
class FranceTests {

	private static final String ASPA = "aspa";

	private static final Scheme SCHEME = Scheme.of("france/france");

	private static final List<Map<String, String>> CASES = SCHEME.cases("cases.csv");

	@Test
	void holdsBeforeTheCheck() {
		SchemeCases.checked(SCHEME, 1);
	}

	@Test
	void givesWhatOpenFiscaHas() {
		int right = 0;
		for (Map<String, String> one : CASES) {
			Assessment answer = SCHEME.ask(ASPA, one.get("period"), one);
			BigDecimal amount = SchemeCases.amount(answer);
			if (one.containsKey("person")) {
				assertThat(amount).as("%s", one).isEqualTo(one.get("person"));
			}
			else {
				assertThat(household(answer, amount)).as("%s", one).isEqualTo(one.get("household"));
			}
			if (one.containsKey("monthly")) {
				assertThat(answer.whyNot()).flatExtracting(WhyNot::conditions)
					.anySatisfy((condition) -> assertThat(condition.actual()).containsEntry("resources.monthly",
							new BigDecimal(one.get("monthly"))));
			}
			right++;
		}
		assertThat(right).isEqualTo(15);
	}

	/**
	 * What both together are due, rounded once, where the case states that; each is paid
	 * half.
	 */
	private static BigDecimal household(Assessment answer, BigDecimal amount) {
		boolean both = answer.why().stream().anyMatch((why) -> why.rule().en().startsWith("Both"));
		if (!both) {
			return amount;
		}
		List<CalculationStep> steps = answer.why().get(0).steps();
		BigDecimal total = (BigDecimal) steps.get(steps.size() - 2).value();
		return total.setScale(2, RoundingMode.HALF_UP);
	}

	@Test
	void unknownIsNeverAnotherAnswer() {
		SchemeCases.unknownIsNeverAnotherAnswer(SCHEME, ASPA, CASES);
	}

	/**
	 * The amount of a person without any resources, on both sides of every indexation.
	 */
	@Test
	void isIndexed() {
		Map<String, String> nothing = Map.of("birthDate", "1940-01-01", "residence.region", "250001", "nationality",
				"EEA", "livesAsCouple", "false", "resources.threeMonths", "0.00", "resources.capitalYear", "0.00");
		Map.of("2014-10", "800.00", "2016-03", "800.00", "2016-04", "800.80", "2022-06", "916.79", "2022-07", "953.46",
				"2023-12", "961.09", "2024-01", "1012.02", "2026-01", "1043.60")
			.forEach((month, amount) -> assertThat(SchemeCases.amount(SCHEME.ask(ASPA, month, nothing))).as(month)
				.isEqualTo(amount));
	}

}
