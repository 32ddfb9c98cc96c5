package org.huiling.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.People.born;

/** What can be done with amounts and whole numbers, in conditions and in consequences. */
class AmountWordsTests {

	private static final String PROGRAM = "old-age-allowance";

	private static final String MONTH = "2013-03";

	private static final People PERSON = born("1930-01-01").with("household.size", 3)
		.with("pension.monthlyAmount", "1234.56");

	private static TinyPolicy policy(String header, String when, String then) {
		TinyPolicy policy = TinyPolicy.monthly()
			.parameter("none", "0.00", "CNY")
			.parameter("line", "1000.00", "CNY")
			.parameter("step", "50.00", "CNY")
			.parameter("one", "1.00", "CNY")
			.parameter("two", "2", "count")
			.parameter("seven", "7", "count")
			.parameter("third", "33.333333", "percent");
		if (!header.isEmpty()) {
			policy.header(header);
		}
		return policy.rule("甲", "Applicant( alive == true, " + when + " )", then);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			P.one.times($p.steps(P.step))                        | 24.00
			P.one.times($p.startedSteps(P.step))                 | 25.00
			P.one.times($p.above(P.line).startedSteps(P.step))   | 5.00
			$p.floorTo(P.step)                                   | 1200.00
			$p.ceilTo(P.step)                                    | 1250.00
			$p.sharedBy($n).rounded().times($n)                  | 1234.56
			$p.times(P.third).rounded().times($n)                | 1234.56
			$p.times(P.third).times($n)                          | 1234.56
			min($p, P.line)                                      | 1000.00
			max($p, P.line).minus(min($p, P.line))               | 234.56
			P.one.times(whole(P.seven / P.two))                  | 3.00
			P.one.times($n * P.seven - P.two)                    | 19.00
			P.one.times(max($n, P.seven) + min($n, P.two))       | 9.00
			P.one.times(whole(( $n + P.seven ) / P.two) * P.two) | 10.00
			""")
	void paysWhatIsCalculated(String amount, String paid) {
		policy("", "$p : pension.monthlyAmount, $n : household.size", "benefit.pay(" + amount + ");").shelf()
			.ask(PROGRAM, MONTH, PERSON)
			.pays(paid);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			pension.monthlyAmount.steps(P.step) == 24
			pension.monthlyAmount.startedSteps(P.step) > 24
			P.line.startedSteps(P.step) > P.two - household.size
			pension.monthlyAmount.floorTo(P.step) < pension.monthlyAmount
			pension.monthlyAmount.rounded() >= P.line
			pension.monthlyAmount.sharedBy(household.size).rounded().times(P.two) > P.line.minus(P.line)
			min(pension.monthlyAmount, P.line) == P.line
			max( pension.monthlyAmount, P.line ) > P.line
			P.line < max(pension.monthlyAmount, P.one)
			whole(household.size / P.two) == 1
			whole( ( household.size + P.seven ) / P.two ) == 5
			$h : whole(household.size / P.two), $h == 1
			$h : ( household.size * P.two ), min($h, P.seven) == 6
			max(household.size, P.two) == 3
			min(firstDay, birthDate) == birthDate
			""")
	void conditionsCompareWhatIsCalculated(String condition) {
		CompiledPolicy policy = policy("", condition, "benefit.pay(P.one);").compile();
		assertThat(policy.rules().plan()).isNotSameAs(policy.rules().walk());
		policy("", condition, "benefit.pay(P.one);").shelf().ask(PROGRAM, MONTH, PERSON).pays("1.00");
	}

	@Test
	void roundsInTheMiddleAsThePolicyRounds() {
		String then = "benefit.pay($p.sharedBy($n).rounded().times($n));";
		String when = "$p : pension.monthlyAmount, $n : household.size";
		policy("rounding: {unit: YUAN, mode: UP}", when, then).shelf().ask(PROGRAM, MONTH, PERSON).pays("1236.00");
		policy("rounding: {unit: FEN, mode: DOWN}", when, then).shelf()
			.ask(PROGRAM, MONTH, PERSON.with("pension.monthlyAmount", "100.00"))
			.pays("99.99");
	}

}
