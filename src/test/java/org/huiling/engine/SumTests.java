package org.huiling.engine;

import java.util.List;

import org.huiling.engine.reason.CalculationStep;
import org.huiling.engine.reason.Why;
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
		assertThat(answer.why().get(2).steps()).extracting(CalculationStep::line)
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

	/** A part that alone comes to nothing can turn the rounding of the whole. */
	@Test
	void whatIsOpenBelowTheRoundingIsAskedFor() {
		Shelf shelf = wholeYuan().parameter("base", "99.60", "CNY")
			.rule("基本", "Applicant( alive == true )", "benefit.pay(P.base);")
			.rule("零头", "Applicant( alive == true, household.livingAlone == true )", "benefit.pay(P.bit);")
			.shelf();
		shelf.ask(PROGRAM, MONTH, PERSON.with("household.livingAlone", true)).pays("100.00");
		shelf.ask(PROGRAM, MONTH, PERSON.with("household.livingAlone", false)).pays("99.00");
		shelf.ask(PROGRAM, MONTH, PERSON.without("household.livingAlone")).needs("household.livingAlone");
	}

	@Test
	void partsThatAloneComeToNothingAreAskedForTogether() {
		Shelf shelf = wholeYuan()
			.rule("一", "Applicant( alive == true, household.livingAlone == true )", "benefit.pay(P.bit);")
			.rule("二", "Applicant( alive == true, household.livingAlone == true )", "benefit.pay(P.bit);")
			.shelf();
		shelf.ask(PROGRAM, MONTH, PERSON.with("household.livingAlone", true)).pays("1.00");
		shelf.ask(PROGRAM, MONTH, PERSON.without("household.livingAlone")).needs("household.livingAlone");
	}

	@Test
	void aSumThatComesToNothingIsRefused() {
		wholeYuan().rule("零头", "Applicant( alive == true )", "benefit.pay(P.bit);")
			.shelf()
			.ask(PROGRAM, MONTH, PERSON)
			.refuses();
	}

	@Test
	void aCeilingThatCutsTheSumIsAStepOfItsOwn() {
		List<Why> why = TinyPolicy.claims()
			.header("wins: SUM")
			.parameter("ceiling", "1000.00", "CNY")
			.parameter("share", "50", "percent")
			.parameter("extra", "300.00", "CNY")
			.rule("报销", "Claim( $cost: eligibleCost )", "benefit.yearlyCeiling(P.ceiling).pay($cost.times(P.share));")
			.rule("加发", "Applicant( alive == true )", "benefit.pay(P.extra);")
			.shelf()
			.claim("medical-reimbursement", "a", "2013",
					born("1943-01-01").stay("a", "2013-02-01", "COUNTY", "1600.00").always())
			.pays("1000.00")
			.answer()
			.why();
		assertThat(why.get(1).steps()).extracting(CalculationStep::line)
			.containsExactly("800.00 + 300.00 = 1,100.00", "min(1,100.00, 1,000.00) = 1,000.00");
	}

	@Test
	void anOpenComponentWhoseCeilingIsUsedUpMayCutTheWholeSum() {
		TinyPolicy policy = TinyPolicy.claims()
			.header("wins: SUM")
			.parameter("ceiling", "0.00", "CNY")
			.parameter("line", "500.00", "CNY")
			.parameter("extra", "300.00", "CNY")
			.rule("报销", "Claim( eligibleCost <= P.line )", "benefit.yearlyCeiling(P.ceiling).pay(P.extra);")
			.rule("加发", "Applicant( alive == true )", "benefit.pay(P.extra);");
		policy.shelf()
			.claim("medical-reimbursement", "a", "2013",
					born("1943-01-01").stay("a", "2013-02-01", "COUNTY", "500.00").always())
			.refuses();
		policy.shelf()
			.claim("medical-reimbursement", "a", "2013",
					born("1943-01-01").stay("a", "2013-02-01", "COUNTY", "500.01").always())
			.pays("300.00");
		policy.shelf()
			.claim("medical-reimbursement", "a", "2013",
					born("1943-01-01").stay("a", "2013-02-01", "COUNTY", "1600.00", null).always())
			.needs("claims[].eligibleCost");
	}

	private static TinyPolicy wholeYuan() {
		return TinyPolicy.monthly()
			.header("wins: SUM")
			.header("rounding: {unit: YUAN, mode: DOWN}")
			.parameter("bit", "0.80", "CNY");
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
