package org.huiling.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.RuleFault;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.CalculationFault;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.words.NotThere;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A calculation of a derived fact that comes to nothing, beyond every number or divided
 * by zero, refuses nobody in silence: the rule that asks for it fails by its name and the
 * fact's, whoever evaluates it. What is merely not there fails a comparison.
 */
class WhatComesToNothingTests {

	private static final String FACTS = """
			name: {zh: 试例, en: Example}
			facts:
			  bo: {type: boolean, ask: 900, zh: 甲项, en: First}
			  extra: {type: boolean, ask: 901, askWhen: "bo", zh: 丙项, en: Third}
			  parts: {type: integer, min: 0, max: 100, unit: count, ask: 902, zh: 份数, en: Parts}
			  some: {type: integer, min: 1, max: 100, unit: count, ask: 903, zh: 数, en: Some}
			  score: {type: integer, min: 0, unit: count, ask: 904, zh: 得分, en: Score}
			  fee: {type: money, ask: 905, zh: 费, en: Fee}
			derived:
			  each: {is: "whole(score / parts)", zh: 每份得分, en: Score a part}
			  share: {is: "fee.sharedBy(parts)", zh: 每份费用, en: Fee a part}
			  huge: {is: "score * score * score * score", zh: 很大, en: Huge}
			  large: {is: "score * 4", zh: 大, en: Large}
			  guarded: {is: "when(parts == 0, 0, whole(score / parts))", zh: 有分母时, en: Where there are parts}
			  either: {is: "bo or whole(score / parts) > 3", zh: 任一, en: Either}
			  onTop: {is: "each > 3", zh: 在上, en: On top}
			  even: {is: "whole(score / some)", zh: 均分, en: Even}
			""";

	private static final MoreFacts MORE = MoreFacts.of(FACTS);

	private static final PolicyCompiler COMPILER = MORE.compiler();

	private static TinyPolicy tiny(String condition) {
		return TinyPolicy.monthly()
			.parameter("three", "3", "count")
			.parameter("yuan", "3.00", "CNY")
			.parameter("amount", "100.00", "CNY")
			.rule("甲", "Applicant( " + condition + " )", "benefit.pay(P.amount);");
	}

	private static CompiledPolicy policy(String condition) {
		return tiny(condition).compile(COMPILER);
	}

	private static FactSet facts(CompiledPolicy policy, Map<String, Object> facts, Reads reads) {
		return new FactSet(
				new PersonFacts(policy.words(), MORE.person(facts), "379901", Period.parse("2013-07"), reads), null,
				null, reads);
	}

	private static final Map<String, Object> FAULTY = Map.of("parts", 0, "score", 2_000_000_000, "fee",
			new BigDecimal("10.00"), "bo", false);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "each > P.three | each", "each <= P.three | each", "each != P.three | each",
			"share > P.yuan | share", "share != P.yuan | share", "huge > P.three | huge", "huge != P.three | huge",
			"large > P.three | large", "onTop == true | each", "onTop == false | each", "onTop != true | each",
			"!onTop | each", "either != true | either", "$n : each, $n != P.three | each" })
	void theRuleFailsByItsNameAndTheFacts(String condition, String fact) {
		CompiledPolicy policy = policy(condition);
		RuleSet rules = policy.rules();
		for (Evaluator way : List.of(rules.walk(), rules.plan())) {
			assertThatExceptionOfType(RuleFault.class).isThrownBy(() -> way.evaluate(facts(policy, FAULTY, null)))
				.satisfies((fault) -> assertThat(fault.rule().name().zh()).isEqualTo("甲"))
				.satisfies((fault) -> assertThat(CalculationFault.in(fault).fact()).isEqualTo(fact));
		}
		assertThatExceptionOfType(RuleFault.class)
			.isThrownBy(() -> rules.walk().evaluate(facts(policy, FAULTY, new Reads())));
		assertThat(CalculationFault.in(catchThrowable(() -> rules.session().evaluate(facts(policy, FAULTY, null)))))
			.isNotNull();
		for (Explain explain : Explain.values()) {
			assertThatExceptionOfType(PolicyFault.class)
				.isThrownBy(() -> new Assessor(new Shelf(TinyPolicy.JURISDICTION, List.of(policy))).assess(
						(day) -> MORE.person(FAULTY),
						new AssessmentRequest(Period.parse("2013-07"), null, null, explain)))
				.satisfies((fault) -> assertThat(fault.code()).isEqualTo("RULE_FAILED"))
				.satisfies((fault) -> assertThat(fault.fact()).isEqualTo(fact));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "guarded <= P.three", "bo == false" })
	void whatDoesNotMatterFailsNobody(String condition) {
		CompiledPolicy policy = policy(condition);
		for (Evaluator way : List.of(policy.rules().walk(), policy.rules().plan(), policy.rules().session())) {
			assertThat(way.evaluate(facts(policy, FAULTY, null))).singleElement()
				.satisfies((one) -> assertThat(one.truth()).isEqualTo(Truth.HOLDS));
		}
		CompiledPolicy either = policy("either == true");
		for (Evaluator way : List.of(either.rules().walk(), either.rules().plan(), either.rules().session())) {
			assertThat(way.evaluate(facts(either, Map.of("parts", 0, "score", 1, "bo", true), null))).singleElement()
				.satisfies((one) -> assertThat(one.truth()).isEqualTo(Truth.HOLDS));
		}
	}

	/**
	 * While something that is asked for could make it not matter, that is asked first.
	 */
	@Test
	void whatMaySettleItIsAskedFirst() {
		CompiledPolicy policy = policy("either == true");
		RuleResult open = policy.rules().walk().evaluate(facts(policy, Map.of("parts", 0, "score", 1), null)).get(0);
		assertThat(open.truth()).isEqualTo(Truth.UNKNOWN);
		assertThat(open.missing()).containsExactly("bo");
	}

	/**
	 * A comparison with what is not there fails and {@code !=} holds; as a condition it
	 * fails, and its opposite holds.
	 */
	@ParameterizedTest
	@CsvSource({ "extra, FAILS", "extra == true, FAILS", "extra == false, FAILS", "!extra, HOLDS",
			"extra != true, HOLDS", "extra != false, HOLDS", "!( extra == false ), HOLDS",
			"!( extra == true ), HOLDS" })
	void aTruthThatIsNotThere(String condition, Truth expected) {
		CompiledPolicy policy = policy(condition);
		Map<String, Object> person = Map.of("bo", false);
		assertThat(policy.rules().walk().evaluate(facts(policy, person, null)).get(0).truth()).isEqualTo(expected);
		assertThat(policy.rules().plan().evaluate(facts(policy, person, null)))
			.allSatisfy((one) -> assertThat(one.truth()).isEqualTo(expected))
			.hasSize(1);
		// like the unknown: a session has no answer of its own, and never another one
		assertThat(catchThrowable(() -> policy.rules().session().evaluate(facts(policy, person, null))))
			.hasRootCauseInstanceOf(NotThere.class);
	}

	/** What else settles a condition settles it, in brackets and alternatives too. */
	@ParameterizedTest
	@ValueSource(
			strings = { "not Applicant( each > P.three, bo == true )", "not Applicant( bo == true, each > P.three )",
					"( Applicant( each > P.three ) or Applicant( bo == false ) )",
					"( Applicant( bo == false ) or Applicant( each > P.three ) )" })
	void whatIsSettledOtherwiseFailsNobody(String condition) {
		CompiledPolicy policy = TinyPolicy.monthly()
			.parameter("three", "3", "count")
			.parameter("amount", "100.00", "CNY")
			.rule("甲", "Applicant( alive == true ) " + condition, "benefit.pay(P.amount);")
			.compile(COMPILER);
		for (Evaluator way : List.of(policy.rules().walk(), policy.rules().plan())) {
			assertThat(way.evaluate(facts(policy, FAULTY, null))).singleElement()
				.satisfies((one) -> assertThat(one.truth()).isEqualTo(Truth.HOLDS));
		}
	}

	/** Where a divisor can be zero, whoever declares the fact is told. */
	@Test
	void aDivisorThatCanBeZeroIsTold() {
		List<Problem> told = MORE.files().problems();
		assertThat(told).allSatisfy((one) -> assertThat(one.severity()).isEqualTo(Severity.WARNING))
			.allSatisfy((one) -> assertThat(one.code()).isEqualTo("FACT_DIVISOR"));
		assertThat(told).extracting(Problem::excerpt).containsExactlyInAnyOrder("parts", "parts", "parts");
		assertThat(told).extracting(Problem::line)
			.containsExactlyInAnyOrderElementsOf(
					Stream.of("each:", "share:", "either:").map(WhatComesToNothingTests::line).toList());
	}

	private static int line(String start) {
		List<String> lines = FACTS.lines().map(String::strip).toList();
		return 1 + lines.indexOf(lines.stream().filter((line) -> line.startsWith(start)).findFirst().orElseThrow());
	}

}
