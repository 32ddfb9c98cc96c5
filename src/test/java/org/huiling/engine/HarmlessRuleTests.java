package org.huiling.engine;

import org.huiling.engine.problem.PolicyDefects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What only looks like code stays text: in a name and in a reason. */
class HarmlessRuleTests {

	@Test
	void aStringThatOnlyTalksOfSuchThingsIsNoHarm() {
		assertThat(TinyPolicy.monthly()
			.rule("停发", "Applicant( tekun == true )",
					"benefit.decline(\"系统 System.exit while 停发\", \"System.exit and while are words\");")
			.compile()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "甲*/ static { System.exit(1); } /*", "甲\\u002a/ static { System.exit(1); } /*",
			"甲\\\" + System.exit(1) + \\\"", "甲${System.exit(1)}" })
	void aRuleNameThatCarriesCodeIsRefusedOrStaysAName(String name) {
		TinyPolicy policy = TinyPolicy.monthly()
			.parameter("amount", "100.00", "CNY")
			.rule(name, "Applicant( alive == true )", "benefit.pay(P.amount);");
		try {
			policy.shelf().ask("old-age-allowance", "2013-07", People.born("1930-01-01")).pays("100.00");
		}
		catch (PolicyDefects refused) {
			assertThat(refused.problems()).allSatisfy((one) -> assertThat(one.line()).isPositive());
		}
	}

}
