package org.huiling.engine;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.People.born;

/** {@code wins: SUM}: the rules of a version are components that add up. */
class SumTests {

	private static final String PROGRAM = "old-age-allowance";

	private static final String MONTH = "2013-03";

	private static final People PERSON = born("1930-01-01").with("household.size", 3)
		.with("pension.monthlyAmount", "100.00");

	private static TinyPolicy components() {
		return TinyPolicy.monthly()
			.header("wins: SUM")
			.parameter("base", "80.00", "CNY")
			.parameter("extra", "20.00", "CNY")
			.parameter("line", "150.00", "CNY")
			.parameter("old", "80", "years")
			.parameter("young", "99", "years")
			.rule("基本", "Applicant( alive == true, ageOnLastDay >= P.old )", "benefit.pay(P.base);")
			.rule("加发", "Applicant( alive == true, household.livingAlone == true )", "benefit.pay(P.extra);")
			.rule("补差",
					"Applicant( alive == true, $p : pension.monthlyAmount, pension.monthlyAmount < P.line, $n : household.size )",
					"benefit.pay(P.line.minus($p).sharedBy($n));")
			.rule("百岁", "Applicant( alive == true, ageOnLastDay >= P.young )", "benefit.pay(P.base);");
	}

	@ParameterizedTest
	@CsvSource({ "true, 100.00, 116.67", "false, 100.00, 96.67", "false, 150.00, 80.00", "true, 0.00, 150.00" })
	void componentsAddUpAndAreRoundedOnce(boolean alone, String pension, String amount) {
		components().shelf()
			.ask(PROGRAM, MONTH, PERSON.with("household.livingAlone", alone).with("pension.monthlyAmount", pension))
			.pays(amount);
	}

	@Test
	void eachIsNamedWithItsAmount() {
		Assessment answer = components().shelf()
			.ask(PROGRAM, MONTH, PERSON.with("household.livingAlone", true))
			.answer();
		assertThat(answer.why()).extracting((why) -> why.rule().zh() + " " + why.amount())
			.containsExactly("基本 80.00", "加发 20.00", "补差 16.67");
		assertThat(answer.why().get(2).steps()).extracting(Step::line)
			.containsExactly("150.00 − 100.00 = 50.00", "50.00 ÷ 3 = 16.666667", "80.00 + 20.00 + 16.666667 = 116.67");
		assertThat(answer.why().get(2).values()).containsKey("pension.monthlyAmount");
		assertThat(answer.whyNot()).extracting((one) -> one.rule().zh()).containsExactly("百岁");
	}

	/** Three thirds of a fen come to one. */
	@Test
	void partsBelowAFenCountTogether() {
		TinyPolicy.monthly()
			.header("wins: SUM")
			.parameter("fen", "0.01", "CNY")
			.rule("一", "Applicant( alive == true, $n : household.size )", "benefit.pay(P.fen.sharedBy($n));")
			.rule("二", "Applicant( alive == true, $n : household.size )", "benefit.pay(P.fen.sharedBy($n));")
			.rule("三", "Applicant( alive == true, $n : household.size )", "benefit.pay(P.fen.sharedBy($n));")
			.shelf()
			.ask(PROGRAM, MONTH, PERSON)
			.pays("0.01");
	}

	@Test
	void anOpenComponentLeavesTheSumOpen() {
		Shelf shelf = components().shelf();
		shelf.ask(PROGRAM, MONTH, PERSON.without("household.livingAlone")).needs("household.livingAlone");
		shelf.ask(PROGRAM, MONTH, PERSON.without("pension", "household.livingAlone"))
			.needs("household.livingAlone", "pension.monthlyAmount");
		shelf.ask(PROGRAM, MONTH, PERSON.with("household.livingAlone", false).without("pension"))
			.needs("pension.monthlyAmount");
	}

	@Test
	void aRefusalRefusesThemAll() {
		components()
			.rule("不发", "Applicant( alive == true, household.livingAlone == true )",
					"benefit.decline(\"已有\", \"had\");")
			.shelf()
			.ask(PROGRAM, MONTH, PERSON.with("household.livingAlone", true))
			.refuses();
	}

	@Test
	void planWalkAndSessionAreAskedAlike() {
		CompiledPolicy policy = components().compile();
		assertThat(policy.rules().plan()).isNotSameAs(policy.rules().walk());
		assertThat(policy.header().wins()).isEqualTo(PolicyHeader.Wins.SUM);
		assertThat(List.of(PolicyHeader.Wins.values())).hasSize(3);
	}

}
