package org.huiling.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.huiling.Samples;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Reads;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random rules over members of random households: the plan, the walk with and without
 * reasons, the Drools session where everything is known, and the truth table written by
 * hand come to the same.
 */
class RandomHouseholdTests {

	private static final int HOUSEHOLDS = Samples.of(20_000);

	private static final int RULES = 12;

	private static final int VERSIONS = 10;

	private final int[] met = new int[Truth.values().length];

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.1, 0.5 })
	void allWaysComeToWhatTheTableSays(double unknown) {
		Random random = new Random(Samples.seed() + (long) (unknown * 100));
		for (int version = 0; version < VERSIONS; version++) {
			List<RandomItemRule> rules = new ArrayList<>();
			CompiledPolicy policy = policy(rules, random);
			RandomHousehold households = new RandomHousehold(random, unknown);
			for (int i = 0; i < Math.max(1, HOUSEHOLDS / VERSIONS); i++) {
				compare(policy, rules, households.next(), unknown == 0);
			}
		}
		assertThat(this.met[Truth.HOLDS.ordinal()]).isPositive();
		assertThat(this.met[Truth.FAILS.ordinal()]).isPositive();
		assertThat(this.met[Truth.UNKNOWN.ordinal()] > 0).isEqualTo(unknown > 0);
	}

	private static CompiledPolicy policy(List<RandomItemRule> rules, Random random) {
		TinyPolicy policy = TinyPolicy.monthly()
			.header("wins: HIGHEST")
			.parameter("severe", "2", "grade")
			.parameter("line", "900.00", "CNY")
			.parameter("half", "50", "percent")
			.parameter("day", "1953-07-01", "date")
			.parameter("close", "[SPOUSE, CHILD]", "relation")
			.parameter("amount", "100.00", "CNY");
		for (int i = 0; i < RULES; i++) {
			RandomItemRule rule = new RandomItemRule(random);
			rules.add(rule);
			policy.rule("甲" + i, "Applicant( alive == true )\n    " + rule.text(), "benefit.pay(P.amount);");
		}
		return policy.compile();
	}

	private void compare(CompiledPolicy policy, List<RandomItemRule> rules, FactRecord record, boolean known) {
		RuleSet compiled = policy.rules();
		FactSet facts = Households.facts(policy, record, null);
		List<RuleResult> walked = compiled.walk().evaluate(facts);
		List<RuleResult> explained = compiled.walk().evaluate(Households.facts(policy, record, new Reads()));
		List<FactRecord> members = record.items("members");
		for (int i = 0; i < rules.size(); i++) {
			Truth expected = rules.get(i).truth(members);
			this.met[expected.ordinal()]++;
			if (walked.get(i).truth() != expected || explained.get(i).truth() != expected) {
				assertThat(List.of(walked.get(i).truth(), explained.get(i).truth()))
					.as("%s of %s", rules.get(i).text(), members)
					.containsOnly(expected);
			}
			boolean open = expected == Truth.UNKNOWN;
			assertThat(walked.get(i).missing().isEmpty()).isEqualTo(!open);
			assertThat(walked.get(i).missing())
				.allMatch((path) -> path.equals("members") || path.startsWith("members[]."));
			assertThat(explained.get(i).missing()).isEqualTo(walked.get(i).missing());
		}
		assertThat(said(compiled.plan().evaluate(facts))).isEqualTo(said(walked));
		if (known) {
			assertThat(said(compiled.session().evaluate(facts))).isEqualTo(said(walked));
		}
	}

	private record Said(int rule, Truth truth, Object grants, Set<String> missing) {
	}

	private static List<Said> said(List<RuleResult> results) {
		return results.stream()
			.filter((one) -> one.truth() != Truth.FAILS)
			.map((one) -> new Said(one.rule().order(), one.truth(), one.grants(), one.missing()))
			.toList();
	}

}
