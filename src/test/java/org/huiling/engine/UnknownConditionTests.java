package org.huiling.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown is not false: however a condition is negated, an unknown fact never grants. */
class UnknownConditionTests {

	private static final String PROGRAM = "old-age-allowance";

	private static Shelf paying(String condition) {
		return TinyPolicy.monthly()
			.parameter("amount", "30.00", "CNY")
			.parameter("line", "300.00", "CNY")
			.parameter("eighty", "80", "years")
			.rule("甲", condition, "benefit.pay(P.amount);")
			.shelf();
	}

	private static Verdict ask(String condition, People person) {
		return paying(condition).ask(PROGRAM, "2013-07", person);
	}

	@Test
	void notOverAnUnknownIncomeAsksForIt() {
		String condition = "not Applicant( household.monthlyIncome < P.line )";
		ask(condition, People.born("1930-01-01").without("household.monthlyIncome")).needs("household.monthlyIncome");
		ask(condition, People.born("1930-01-01").without("household")).needs("household.monthlyIncome");
		ask(condition, People.born("1930-01-01").income("300.00", 1)).pays("30.00");
		ask(condition, People.born("1930-01-01").income("299.99", 1)).refuses();
	}

	@Test
	void aStatusKnownNotToBeHeldIsNotTheSameAsAnUnknownOne() {
		ask("Applicant( tekun == false )", People.born("1930-01-01")).pays("30.00");
		ask("Applicant( tekun == false )", People.born("1930-01-01").tekun()).refuses();
		ask("Applicant( tekun == false )", People.born("1930-01-01").without("statuses")).needs("statuses");
		ask("Applicant( tekun != true )", People.born("1930-01-01").without("statuses")).needs("statuses");
	}

	@Test
	void unequalOverAnUnknownCodeAsksForIt() {
		String condition = "Applicant( hukou.type != HukouType.URBAN )";
		ask(condition, People.born("1930-01-01")).pays("30.00");
		ask(condition, People.born("1930-01-01").without("hukou.type")).needs("hukou.type");
	}

	@Test
	void existsOverAnUnknownAsksForIt() {
		String condition = "exists Applicant( household.monthlyIncome < P.line )";
		ask(condition, People.born("1930-01-01").without("household.monthlyIncome")).needs("household.monthlyIncome");
		ask(condition, People.born("1930-01-01").income("299.99", 1)).pays("30.00");
		ask(condition, People.born("1930-01-01")).refuses();
	}

	@Test
	void aFailingConditionMakesWhateverIsUnknownUnimportant() {
		String condition = "Applicant( ageOnLastDay >= P.eighty, household.monthlyIncome < P.line, tekun == false )";
		People unknown = People.born("1950-01-01").without("household", "statuses");
		ask(condition, unknown).refuses();
	}

	@Test
	void everyUnknownFieldOfAConjunctionIsNamed() {
		String condition = "Applicant( ageOnLastDay >= P.eighty, household.monthlyIncome < P.line, tekun == false )";
		People unknown = People.born("1930-01-01").without("household", "statuses");
		ask(condition, unknown).needs("household.monthlyIncome", "statuses");
	}

	/** Nobody is asked for one thing today and for the other tomorrow. */
	@ParameterizedTest
	@ValueSource(strings = { "household.monthlyIncome.plus(pension.monthlyAmount) < P.line",
			"household.monthlyIncome < pension.monthlyAmount",
			"$sum : household.monthlyIncome.plus(pension.monthlyAmount), $sum < P.line",
			"max(household.monthlyIncome, pension.monthlyAmount) < P.line",
			"household.monthlyIncome.minus(P.amount).above(pension.monthlyAmount) < P.line" })
	void everyUnknownFieldOfOneConditionIsNamed(String condition) {
		People unknown = People.born("1930-01-01").without("household.monthlyIncome", "pension.monthlyAmount");
		ask("Applicant( alive == true, " + condition + " )", unknown).needs("household.monthlyIncome",
				"pension.monthlyAmount");
	}

	@Test
	void everyUnknownFieldOfAnAmountIsNamed() {
		TinyPolicy.monthly()
			.rule("甲", "Applicant( alive == true, $sum : household.monthlyIncome.plus(pension.monthlyAmount) )",
					"benefit.pay($sum);")
			.shelf()
			.ask(PROGRAM, "2013-07",
					People.born("1930-01-01").without("household.monthlyIncome", "pension.monthlyAmount"))
			.needs("household.monthlyIncome", "pension.monthlyAmount");
	}

	@Test
	void oneTruePartOfAnOrSuffices() {
		String condition = "( Applicant( tekun == true ) or Applicant( household.monthlyIncome < P.line ) )";
		ask(condition, People.born("1930-01-01").tekun().without("household")).pays("30.00");
		ask(condition, People.born("1930-01-01").income("10", 1).without("statuses")).pays("30.00");
		ask(condition, People.born("1930-01-01").without("household")).needs("household.monthlyIncome");
		ask(condition, People.born("1930-01-01").without("household", "statuses")).needs("household.monthlyIncome",
				"statuses");
		ask(condition, People.born("1930-01-01")).refuses();
	}

	@Test
	void notOverAnOrIsUnknownOnlyWhileNoPartHolds() {
		String condition = "not ( Applicant( tekun == true ) or Applicant( household.monthlyIncome < P.line ) )";
		ask(condition, People.born("1930-01-01").tekun().without("household")).refuses();
		ask(condition, People.born("1930-01-01").without("household")).needs("household.monthlyIncome");
		ask(condition, People.born("1930-01-01")).pays("30.00");
	}

	@Test
	void notOverAConjunctionIsKnownAsSoonAsOnePartFails() {
		String condition = "not Applicant( household.monthlyIncome < P.line, tekun == true )";
		ask(condition, People.born("1930-01-01").without("household")).pays("30.00");
		ask(condition, People.born("1930-01-01").tekun().without("household")).needs("household.monthlyIncome");
	}

	@Test
	void doubleNegationIsNoWayRoundTheUnknown() {
		String condition = "not ( not Applicant( household.monthlyIncome < P.line ) )";
		ask(condition, People.born("1930-01-01").without("household")).needs("household.monthlyIncome");
	}

	@Test
	void anAmountReadFromAnUnknownFactAsksForIt() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("line", "350.00", "CNY")
			.rule("补差", "Applicant( alive == true, $income: household.perCapitaIncome )",
					"benefit.pay(P.line.minus($income));")
			.shelf();
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").income("640.01", 2)).pays("30.00");
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").without("household.size")).needs("household.size");
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").without("household"))
			.needs("household.monthlyIncome", "household.size");
	}

	@Test
	void anUnknownRuleThatCouldAddNothingAsksForNothing() {
		Shelf shelf = TinyPolicy.monthly()
			.header("wins: HIGHEST")
			.parameter("low", "30.00", "CNY")
			.parameter("high", "50.00", "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.high);")
			.rule("乙", "Applicant( tekun == true )", "benefit.pay(P.low);")
			.shelf();
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").without("statuses")).pays("50.00");
	}

	@Test
	void anUnknownRuleThatCouldAddMoreIsAskedAbout() {
		Shelf shelf = TinyPolicy.monthly()
			.header("wins: HIGHEST")
			.parameter("low", "30.00", "CNY")
			.parameter("high", "50.00", "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.low);")
			.rule("乙", "Applicant( tekun == true )", "benefit.pay(P.high);")
			.shelf();
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").without("statuses")).needs("statuses");
	}

	@Test
	void aStatusWithoutAStartMayNotHaveBegun() {
		People person = People.born("1930-01-01").tekun().without("statuses[0].from");
		ask("Applicant( tekun == true )", person).needs("statuses[].from");
		ask("Applicant( tekun == false )", person).needs("statuses[].from");
	}

}
