package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.huiling.engine.check.ComparedEvaluator;
import org.huiling.engine.check.VersionCheck;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Severity;
import org.huiling.facts.Money;
import org.huiling.facts.words.CoreWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan that answers otherwise than Drools does is found by the check. */
class BrokenPlanTests {

	private static final String AT_90 = "高龄津贴 90—99 周岁";

	private final VersionDirectory directory;

	BrokenPlanTests() throws IOException {
		this.directory = VersionDirectory.read(Path.of("rules/model-district/old-age-allowance/2013-01-01"));
	}

	private CheckReport report(UnaryOperator<Evaluator> broken) {
		return new VersionCheck(new PolicyCompiler(), this.directory, (rules) -> compared(rules, broken)).report();
	}

	private static ComparedEvaluator compared(RuleSet rules, UnaryOperator<Evaluator> broken) {
		return new ComparedEvaluator(broken.apply(rules.plan()), rules.walk(), rules.session());
	}

	@Test
	void aPlanThatAnswersAsDroolsDoesPasses() {
		assertThat(report((plan) -> plan).ok()).isTrue();
	}

	static Stream<UnaryOperator<Evaluator>> broken() {
		return Stream.of(
				// a rule is forgotten
				(plan) -> (facts) -> plan.evaluate(facts).stream().filter((one) -> !isAt90(one)).toList(),
				// a fen too much
				(plan) -> (facts) -> plan.evaluate(facts).stream().map(BrokenPlanTests::oneFenMore).toList(),
				// wrong only on one side of a bound
				(plan) -> (facts) -> plan.evaluate(facts)
					.stream()
					.filter((one) -> !isAt90(one) || facts.applicant() == null
							|| CoreWords.ageOnLastDay(facts.applicant()) != 99)
					.toList());
	}

	@ParameterizedTest
	@MethodSource("broken")
	void aPlanThatAnswersOtherwiseIsRefusedAtTheRule(UnaryOperator<Evaluator> broken) {
		CheckReport report = report(broken);
		assertThat(report.ok()).isFalse();
		assertThat(report.problems()).filteredOn((problem) -> problem.code().equals("EVALUATORS_DIFFER"))
			.singleElement()
			.satisfies((problem) -> {
				assertThat(problem.severity()).isEqualTo(Severity.ERROR);
				assertThat(problem.file()).isEqualTo("allowance.drl");
				assertThat(problem.excerpt()).contains(AT_90);
			});
	}

	private static boolean isAt90(RuleResult result) {
		return result.rule().name().zh().equals(AT_90);
	}

	private static RuleResult oneFenMore(RuleResult result) {
		if (!isAt90(result) || result.grants().isEmpty()) {
			return result;
		}
		Grant.Amount amount = (Grant.Amount) result.grants().get(0);
		Grant more = new Grant.Amount(amount.exact().plus(Money.of("0.01")), null, false, amount.values());
		return new RuleResult(result.rule(), result.truth(), result.conditions(), List.of(more), result.open());
	}

}
