package org.huiling.engine;

import java.math.BigInteger;
import java.util.List;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.RuleFault;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.huiling.engine.People.born;

/**
 * What a rule calculates with whole numbers is exact, or the rule fails by its name:
 * never does it go on below zero, compare or pay another number.
 */
class WholeNumbersAreExactTests {

	private static final String MONTH = "2013-03";

	private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

	private static TinyPolicy policy(String condition) {
		return TinyPolicy.monthly()
			.parameter("big", "999999", "count")
			.parameter("small", "3", "count")
			.parameter("none", "0", "count")
			.parameter("thousand", "1000", "count")
			.parameter("amount", "100.00", "CNY")
			.rule("甲", "Applicant( " + condition + " )", "benefit.pay(P.amount);");
	}

	private static FactSet facts(int size, Reads reads) {
		return new FactSet(
				new PersonFacts(TestFacts.WORDS, TestPerson.born("1930-01-01").with("household.size", size).record(),
						TinyPolicy.JURISDICTION.regionPrefix(), Period.parse(MONTH), reads),
				null, null, reads);
	}

	/** Each would hold for a family of 999 if the number began again below zero. */
	@ParameterizedTest
	@ValueSource(strings = { "household.size * P.big * P.small < P.none", "P.big * P.big * household.size < P.small",
			"household.size + P.big * P.big < P.none", "P.big * P.big < household.size",
			"household.size - P.big * P.thousand * P.small > P.none",
			"$m : ( household.size * P.big * P.small ), $m < P.none",
			"household.size * P.big + household.size * P.big + household.size * P.big < P.none",
			"( household.size * P.big ) * ( household.size + P.thousand ) != P.none" })
	void beyondWhatANumberHoldsTheRuleFailsByItsName(String condition) {
		CompiledPolicy policy = policy(condition).compile();
		RuleSet rules = policy.rules();
		assertThat(rules.plan()).isNotSameAs(rules.walk());
		assertThatExceptionOfType(RuleFault.class).isThrownBy(() -> rules.walk().evaluate(facts(999, null)))
			.satisfies((fault) -> assertThat(fault.rule().name().zh()).isEqualTo("甲"));
		assertThatExceptionOfType(RuleFault.class).isThrownBy(() -> rules.walk().evaluate(facts(999, new Reads())));
		assertThatExceptionOfType(RuleFault.class).isThrownBy(() -> rules.plan().evaluate(facts(999, null)));
		assertThat(catchThrowable(() -> rules.session().evaluate(facts(999, null))))
			.hasRootCauseInstanceOf(ArithmeticException.class);
		assertThatExceptionOfType(PolicyFault.class)
			.isThrownBy(() -> new Shelf(TinyPolicy.JURISDICTION, List.of(policy)).ask("old-age-allowance", MONTH,
					born("1930-01-01").with("household.size", 999)))
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo("RULE_FAILED"));
	}

	/** Up to the last number that fits, and the first that does not. */
	@ParameterizedTest
	@CsvSource({ "214, 10000000", "215, 10000000", "2, 999999", "999, 999999", "7, 306783378", "8, 306783378" })
	void upToThereItIsExact(int size, int factor) {
		CompiledPolicy policy = policy("household.size * " + factor + " - household.size * " + factor + " == P.none")
			.compile();
		if (BigInteger.valueOf(size).multiply(BigInteger.valueOf(factor)).compareTo(LARGEST) <= 0) {
			assertThat(policy.rules().walk().evaluate(facts(size, null)).get(0).truth()).isEqualTo(Truth.HOLDS);
			assertThat(policy.rules().plan().evaluate(facts(size, null))).hasSize(1);
			assertThat(policy.rules().session().evaluate(facts(size, null))).hasSize(1);
		}
		else {
			assertThatExceptionOfType(RuleFault.class)
				.isThrownBy(() -> policy.rules().plan().evaluate(facts(size, null)));
		}
	}

	@Test
	void whatIsPaidIsExactOrNothing() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("big", "999999", "count")
			.parameter("fen", "0.01", "CNY")
			.rule("甲", "Applicant( $m : ( household.size * P.big ), alive == true )", "benefit.pay(P.fen.times($m));")
			.shelf();
		shelf.ask("old-age-allowance", MONTH, born("1930-01-01").with("household.size", 999)).pays("9989990.01");
		Shelf twice = TinyPolicy.monthly()
			.parameter("big", "999999", "count")
			.parameter("fen", "0.01", "CNY")
			.rule("甲", "Applicant( $m : ( household.size * P.big ), alive == true )",
					"benefit.pay(P.fen.times($m).times($m).times($m));")
			.shelf();
		twice.ask("old-age-allowance", MONTH, born("1930-01-01").with("household.size", 999))
			.pays(BigInteger.valueOf(998_999_001L).pow(3).toString().replaceAll("(..)$", ".$1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "household.size < 999999999 * 9", "household.size + ( 999999999 * 3 ) > P.none",
			"household.size != 1 - 999999999 * 9" })
	void numbersWrittenOutThatAreTooLargeAreRefusedAtTheirLine(String condition) {
		assertThat(policy(condition).problems()).anySatisfy((problem) -> {
			assertThat(problem.code()).isEqualTo("NOT_ADMITTED");
			assertThat(problem.hint().en()).contains("2147483647");
		});
	}

	/** The finder does not take it for a condition that somebody meets or misses. */
	@Test
	void theFinderSaysThatItCannotJudge() {
		for (String condition : List.of("P.big * P.big < household.size", "household.size * P.big < P.none")) {
			assertThat(new TwoRules(
					policy(condition).rule("乙", "Applicant( tekun == true )", "benefit.pay(P.amount);").compile(), 0)
				.findings()).as(condition).extracting(Finding::kind).contains(Finding.Kind.NOT_JUDGED);
		}
	}

}
