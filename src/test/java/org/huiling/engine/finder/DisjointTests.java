package org.huiling.engine.finder;

import java.util.List;

import org.huiling.engine.TinyPolicy;
import org.huiling.engine.drools.condition.Clause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which conditions of two rules exclude each other, and which may not be said to. */
class DisjointTests {

	private static boolean areDisjoint(String one, String other) {
		var shapes = TinyPolicy.monthly()
			.parameter("line", "300.00", "CNY")
			.parameter("more", "300.01", "CNY")
			.parameter("young", "80", "years")
			.parameter("old", "90", "years")
			.parameter("towns", "[\"379901001\"]", "region")
			.parameter("villages", "[\"379901001002\"]", "region")
			.parameter("schemes", "[NCMS, RESIDENT]", "scheme")
			.rule("one", "Applicant( " + one + ", alive == true )", "benefit.pay(P.line);")
			.rule("other", "Applicant( " + other + ", alive == true )", "benefit.pay(P.line);")
			.compile()
			.rules()
			.shapes();
		List<Clause> first = shapes.get(0).branches().get(0);
		List<Clause> second = shapes.get(1).branches().get(0);
		assertThat(Disjoint.are(second, first)).isEqualTo(Disjoint.are(first, second));
		return Disjoint.are(first, second);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ageOnLastDay < P.old                      | ageOnLastDay >= P.old
			ageOnLastDay >= P.young, ageOnLastDay < P.old | ageOnLastDay >= P.old
			ageOnLastDay == P.young                   | ageOnLastDay > P.young
			pension.monthlyAmount <= P.line           | pension.monthlyAmount >= P.more
			hukou.type == HukouType.RURAL             | hukou.type == HukouType.URBAN
			hukou.type == HukouType.RURAL             | hukou.type != HukouType.RURAL
			insurance.scheme memberOf P.schemes       | insurance.scheme == Scheme.EMPLOYEE
			insurance.scheme memberOf P.schemes       | insurance.scheme not memberOf P.schemes
			tekun == true                             | tekun == false
			""")
	void nobodyMeetsBoth(String one, String other) {
		assertThat(areDisjoint(one, other)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ageOnLastDay <= P.old                     | ageOnLastDay >= P.old
			ageOnLastDay > P.young                    | ageOnLastDay < P.old
			ageOnLastDay < P.young                    | ageBeforePeriod >= P.old
			pension.monthlyAmount <= P.line           | pension.monthlyAmount < P.more
			hukou.type != HukouType.RURAL             | hukou.type != HukouType.URBAN
			insurance.scheme memberOf P.schemes       | insurance.scheme == Scheme.NCMS
			hukou.region memberOf P.towns             | hukou.region memberOf P.villages
			!( ageOnLastDay < P.young )               | ageOnLastDay >= P.old
			tekun == true                             | lowIncome == false
			""")
	void somebodyMay(String one, String other) {
		assertThat(areDisjoint(one, other)).isFalse();
	}

}
