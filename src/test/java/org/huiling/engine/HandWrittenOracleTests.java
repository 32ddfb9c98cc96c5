package org.huiling.engine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import org.huiling.Samples;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rule files and a calculation written by hand agree to the fen. Late application has
 * tests of its own.
 */
class HandWrittenOracleTests {

	private static final int PEOPLE = Samples.of(10_000);

	@Test
	void everyProgramOfAugust2013AgreesWithTheHandWrittenCalculation() {
		Assessor assessor = new Assessor(ShippedPolicies.book("model-district"));
		AssessmentRequest august = new AssessmentRequest(Period.parse("2013-08"), null, null, Explain.NONE);
		RandomApplicants.fullyKnown(Samples.seed())
			.limit(PEOPLE)
			.map((person) -> person.without("applications"))
			.forEach((person) -> {
				HandWrittenPolicies.Answers expected = HandWrittenPolicies.assess(HandWrittenPerson.of(person));
				Map<String, BigDecimal> amounts = new HashMap<>();
				for (Assessment answer : assessor.assess(person, august).assessments()) {
					if (answer.version() == null) {
						// a program that begins later
						continue;
					}
					String key = answer.program().id() + ((answer.claim() != null) ? " " + answer.claim() : "");
					amounts.put(key, answer.amount());
					Outcome outcome = expected.withheld().contains(key) ? Outcome.WITHHELD
							: (answer.amount() != null && answer.amount().signum() > 0) ? Outcome.ELIGIBLE
									: Outcome.NOT_ELIGIBLE;
					assertThat(answer.outcome()).as("%s of %s", key, person).isEqualTo(outcome);
				}
				Map<String, BigDecimal> all = new HashMap<>(expected.paid());
				all.putAll(expected.claims());
				assertThat(amounts.keySet()).isEqualTo(all.keySet());
				amounts.forEach((key, amount) -> assertThat(amount).as("%s of %s", key, person)
					.isEqualByComparingTo(all.get(key)));
			});
	}

}
