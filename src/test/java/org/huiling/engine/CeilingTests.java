package org.huiling.engine;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ceiling over the calendar year cuts the rounded amount, and the answer shows both.
 */
class CeilingTests {

	private static final String PROGRAM = "medical-reimbursement";

	private static TinyPolicy reimbursing(String limit) {
		return TinyPolicy.claims()
			.parameter("ceiling", "1000.00", "CNY")
			.parameter("share", "50", "percent")
			.rule("报销", "Claim( $cost: eligibleCost )", "benefit." + limit + ".pay($cost.times(P.share));");
	}

	private static ApplicantHistory person() {
		return People.born("1943-01-01")
			.stay("a", "2013-02-01", "COUNTY", "1200.00")
			.stay("b", "2013-03-01", "COUNTY", "1200.01")
			.stay("c", "2013-04-01", "COUNTY", "10.00")
			.stay("d", "2014-01-01", "COUNTY", "1000.00")
			.always();
	}

	@Test
	void theAnswerShowsTheFigureBeforeTheCeilingAndWhatWasLeft() {
		Shelf shelf = reimbursing("yearlyCeiling(P.ceiling)").shelf();
		shelf.claim(PROGRAM, "a", "2013", person()).pays("600.00");
		Verdict cut = shelf.claim(PROGRAM, "b", "2013", person()).pays("400.00");
		Map<String, Object> values = cut.answer().why().get(0).values();
		assertThat(values).containsEntry("beforeCeiling", new BigDecimal("600.01"))
			.containsEntry("leftOfCeiling", new BigDecimal("400.00"));
	}

	/** The whole cost is not told, but no less than what of it is eligible. */
	@Test
	void whatIsSureToBeBeyondTheCeilingIsShownWhereTheCostIsUnknown() {
		Verdict relief = ModelDistrict
			.relief("a", "2012",
					People.born("1921-03-27").on("URBAN").stay("a", "2012-04-30", "CITY", null, "200000.00"))
			.pays("5000.00");
		Object before = relief.answer().why().get(0).values().get("beforeCeiling");
		assertThat((BigDecimal) before).isBetween(new BigDecimal("5000.01"), new BigDecimal("60000.00"));
	}

	@Test
	void anAmountInsideTheCeilingShowsNoSecondFigure() {
		Verdict first = reimbursing("yearlyCeiling(P.ceiling)").shelf().claim(PROGRAM, "a", "2013", person());
		assertThat(first.answer().why().get(0).values()).doesNotContainKeys("beforeCeiling", "leftOfCeiling");
	}

	@Test
	void aCeilingUsedUpLeavesNothing() {
		reimbursing("yearlyCeiling(P.ceiling)").shelf().claim(PROGRAM, "c", "2013", person()).refuses();
	}

	@Test
	void aNewYearHasANewCeiling() {
		reimbursing("yearlyCeiling(P.ceiling)").shelf().claim(PROGRAM, "d", "2014", person()).pays("500.00");
	}

	@Test
	void aCeilingForTheKindIsNotUsedUpByOtherKinds() {
		ApplicantHistory person = People.born("1943-01-01")
			.stay("a", "2013-02-01", "COUNTY", "2000.00")
			.visit("b", "2013-03-01", "COUNTY", "400.00")
			.always();
		reimbursing("yearlyCeilingForKind(P.ceiling)").shelf().claim(PROGRAM, "b", "2013", person).pays("200.00");
		reimbursing("yearlyCeiling(P.ceiling)").shelf().claim(PROGRAM, "b", "2013", person).refuses();
	}

	@Test
	void anEarlierClaimThatIsUncertainLeavesTheCeilingUncertain() {
		ApplicantHistory person = People.born("1943-01-01")
			.stay("a", "2013-02-01", "COUNTY", "2000.00", null)
			.stay("b", "2013-03-01", "COUNTY", "400.00")
			.always();
		Shelf shelf = reimbursing("yearlyCeiling(P.ceiling)").shelf();
		shelf.claim(PROGRAM, "a", "2013", person).needs("claims[].eligibleCost");
		shelf.claim(PROGRAM, "b", "2013", person).needs("claims[].eligibleCost");
	}

	@Test
	void aCeilingUsedUpAsksForNothing() {
		Shelf shelf = TinyPolicy.claims()
			.parameter("ceiling", "600.00", "CNY")
			.parameter("share", "50", "percent")
			.rule("住院", "Claim( kind == ClaimKind.INPATIENT, $cost: eligibleCost )",
					"benefit.yearlyCeiling(P.ceiling).pay($cost.times(P.share));")
			.rule("独居",
					"Claim( kind == ClaimKind.OUTPATIENT, $cost: eligibleCost ) Applicant( household.livingAlone == true )",
					"benefit.yearlyCeiling(P.ceiling).pay($cost.times(P.share));")
			.shelf();
		ApplicantHistory person = People.born("1943-01-01")
			.with("household.livingAlone", null)
			.stay("a", "2013-02-01", "COUNTY", "1200.00")
			.visit("after", "2013-03-01", "COUNTY", "400.00")
			.visit("next", "2014-03-01", "COUNTY", "400.00")
			.always();
		shelf.claim(PROGRAM, "after", "2013", person).refuses();
		shelf.claim(PROGRAM, "next", "2014", person).needs("household.livingAlone");
	}

	@Test
	void theLimitIsAppliedAfterRounding() {
		ApplicantHistory person = People.born("1943-01-01")
			.stay("a", "2013-02-01", "COUNTY", "1999.01")
			.stay("b", "2013-03-01", "COUNTY", "1.01")
			.always();
		Shelf shelf = reimbursing("yearlyCeiling(P.ceiling)").header("rounding: {unit: YUAN, mode: DOWN}").shelf();
		shelf.claim(PROGRAM, "a", "2013", person).pays("999.00");
		shelf.claim(PROGRAM, "b", "2013", person).refuses();
	}

	/** Whole yuan that are left of 999.60 are 999, however amounts are rounded. */
	@ParameterizedTest
	@ValueSource(strings = { "UP", "HALF_UP", "DOWN" })
	void nothingIsPaidBeyondACeilingThatIsNoWholeAmount(String mode) {
		Shelf shelf = TinyPolicy.claims()
			.header("rounding: {unit: YUAN, mode: " + mode + "}")
			.parameter("ceiling", "999.60", "CNY")
			.parameter("share", "50", "percent")
			.rule("报销", "Claim( $cost: eligibleCost )", "benefit.yearlyCeiling(P.ceiling).pay($cost.times(P.share));")
			.shelf();
		shelf
			.claim(PROGRAM, "a", "2013",
					People.born("1943-01-01").stay("a", "2013-02-01", "COUNTY", "9000.00").always())
			.pays("999.00");
	}

	/** The lowest ceiling may have more left than one of which more is used up. */
	@Test
	void aSumIsLimitedByTheCeilingThatHasTheLeastLeft() {
		Shelf shelf = twoCeilings();
		People person = People.born("1943-01-01").stay("a", "2013-02-01", "COUNTY", "450.00");
		shelf.claim(PROGRAM, "b", "2013", person.visit("b", "2013-03-01", "COUNTY", "100.00").always()).pays("50.00");
	}

	/** What is enough for each component may not be for all of them. */
	@Test
	void aSumWhoseCeilingMayBeUsedUpAsksForWhatIsOpen() {
		twoCeilings()
			.claim(PROGRAM, "b", "2013",
					People.born("1943-01-01")
						.stay("a", "2013-02-01", "COUNTY", "2000.00", null)
						.visit("b", "2013-03-01", "COUNTY", "300.00")
						.always())
			.needs("claims[].eligibleCost");
	}

	private static Shelf twoCeilings() {
		return TinyPolicy.claims()
			.header("wins: SUM")
			.parameter("all", "500.00", "CNY")
			.parameter("kind", "400.00", "CNY")
			.rule("甲", "Claim( $cost: eligibleCost )", "benefit.yearlyCeiling(P.all).pay($cost);")
			.rule("乙", "Claim( kind == ClaimKind.OUTPATIENT, $cost: eligibleCost )",
					"benefit.yearlyCeilingForKind(P.kind).pay($cost);")
			.shelf();
	}

	@Test
	void aMissingCeilingIsNoLimit() {
		Shelf shelf = TinyPolicy.claims()
			.parameter("share", "50", "percent")
			.rule("报销", "Claim( $cost: eligibleCost )", "benefit.pay($cost.times(P.share));")
			.shelf();
		shelf.claim(PROGRAM, "b", "2013", person()).pays("600.01");
	}

}
