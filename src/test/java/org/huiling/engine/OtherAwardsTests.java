package org.huiling.engine;

import java.math.BigDecimal;
import java.util.List;

import org.huiling.engine.problem.PolicyFault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What one program awards decides what another one does where its policy says so,
 * whatever the order of the two.
 */
class OtherAwardsTests {

	private static final String MEDICAL = "medical-reimbursement";

	private static final String RELIEF = "hardship-relief";

	private static final String ALLOWANCE = "old-age-allowance";

	private static final String TOP_UP = "low-income-top-up";

	private static final String MISSING_COST = "claims[].eligibleCost";

	/** Half of the eligible cost. */
	private static TinyPolicy medical(int order) {
		return TinyPolicy.of(MEDICAL, Cycle.CLAIM, order, "2013-01-01")
			.parameter("half", "50", "percent")
			.rule("报销", "Claim( $cost: eligibleCost )", "benefit.pay($cost.times(P.half));");
	}

	/** A tenth of what somebody pays for themselves. */
	private static TinyPolicy relief(int order, String... header) {
		TinyPolicy relief = TinyPolicy.of(RELIEF, Cycle.CLAIM, order, "2013-01-01")
			.parameter("tenth", "10", "percent")
			.rule("救助", "$claim: Claim( kind == ClaimKind.INPATIENT )",
					"benefit.pay($claim.getOwnPayment().times(P.tenth));");
		for (String line : header) {
			relief.header(line);
		}
		return relief;
	}

	private static Shelf shelf(TinyPolicy... policies) {
		return new Shelf(TinyPolicy.JURISDICTION, List.of(policies).stream().map(TinyPolicy::compile).toList());
	}

	private static ApplicantHistory stay() {
		return People.born("1943-01-01").stay("a", "2013-02-01", "COUNTY", "22000.00", "20000.00").always();
	}

	private static TinyPolicy allowance(int order) {
		return TinyPolicy.monthly(ALLOWANCE, order, "2013-01-01")
			.parameter("age", "80", "years")
			.parameter("rural", "100.00", "CNY")
			.parameter("urban", "150.00", "CNY")
			.rule("农村", "Applicant( ageOnLastDay >= P.age, hukou.type == HukouType.RURAL )", "benefit.pay(P.rural);")
			.rule("城镇", "Applicant( ageOnLastDay >= P.age, hukou.type == HukouType.URBAN )", "benefit.pay(P.urban);");
	}

	/** What is missing to 250 yuan. */
	private static TinyPolicy topUp(int order) {
		return TinyPolicy.monthly(TOP_UP, order, "2013-01-01")
			.header("uses: {programs: [" + ALLOWANCE + "], basis: 第三条}")
			.parameter("line", "250.00", "CNY")
			.parameter("least", "60.00", "CNY")
			.rule("补差", "Applicant( $other: award(\"" + ALLOWANCE + "\"), $other > P.least )",
					"benefit.atMost(P.line).pay(P.line.minus($other));");
	}

	@Test
	void whatIsDeductedDoesNotHangOnTheOrder() {
		for (int order : new int[] { 60, 90 }) {
			Verdict relief = shelf(medical(70), relief(order, "deducts: {programs: [" + MEDICAL + "], basis: 第六条}"))
				.claim(RELIEF, "a", "2013", stay())
				.pays("1200.00");
			assertThat(relief.answer().why().get(0).values()).containsEntry(MEDICAL, new BigDecimal("10000.00"));
		}
	}

	@Test
	void withoutAWordTheOrderDecidesAsBefore() {
		shelf(medical(70), relief(60)).claim(RELIEF, "a", "2013", stay()).pays("2200.00");
		Verdict after = shelf(medical(70), relief(90)).claim(RELIEF, "a", "2013", stay()).pays("1200.00");
		assertThat(after.answer().why().get(0).values()).doesNotContainKey(MEDICAL);
	}

	@Test
	void nothingIsDeductedWhereThePolicySaysSo() {
		shelf(medical(70), relief(90, "deducts: []")).claim(RELIEF, "a", "2013", stay()).pays("2200.00");
	}

	@Test
	void anUnknownAwardIsAskedForByItsOwnFields() {
		ApplicantHistory unknown = People.born("1943-01-01")
			.stay("a", "2013-02-01", "COUNTY", "22000.00", null)
			.always();
		shelf(medical(70), relief(60, "deducts: [" + MEDICAL + "]")).claim(RELIEF, "a", "2013", unknown)
			.needs(MISSING_COST);
	}

	@Test
	void anAwardIsAFactInConditionsAndAmountsWhateverTheOrder() {
		for (int order : new int[] { 5, 20 }) {
			Shelf shelf = shelf(allowance(10), topUp(order));
			Verdict rural = shelf.ask(TOP_UP, "2013-03", People.born("1930-01-01")).pays("150.00");
			assertThat(rural.answer().why().get(0).values()).containsEntry(ALLOWANCE, new BigDecimal("100.00"));
			shelf.ask(TOP_UP, "2013-03", People.born("1930-01-01").with("hukou.type", "URBAN")).pays("100.00");
			shelf.ask(TOP_UP, "2013-03", People.born("1940-01-01")).refuses();
		}
	}

	@Test
	void anUnknownAwardLeavesTheUserOpenUnlessItCannotMatter() {
		Shelf shelf = shelf(allowance(10), topUp(20));
		People unknown = People.born("1930-01-01").without("hukou");
		shelf.ask(TOP_UP, "2013-03", unknown).needs("hukou.type");
		shelf.ask(TOP_UP, "2013-03", People.born("1940-01-01").without("hukou")).refuses();
		TinyPolicy little = TinyPolicy.monthly(TOP_UP, 20, "2013-01-01")
			.header("uses: [" + ALLOWANCE + "]")
			.parameter("much", "500.00", "CNY")
			.parameter("amount", "30.00", "CNY")
			.rule("不多", "Applicant( award(\"" + ALLOWANCE + "\") < P.much )", "benefit.pay(P.amount);");
		shelf(allowance(10), little).ask(TOP_UP, "2013-03", unknown).pays("30.00");
	}

	@Test
	void anAwardThatTheApplicationCameTooLateForIsNone() {
		TinyPolicy late = allowance(10)
			.header("lateApplication: {withinMonths: 0, then: FROM_APPLICATION_MONTH, basis: 第四条}");
		Shelf shelf = shelf(late, topUp(20));
		People person = People.born("1930-01-01").applied(ALLOWANCE, "2013-05-10");
		shelf.ask(TOP_UP, "2013-04", person).refuses();
		shelf.ask(TOP_UP, "2013-05", person).pays("150.00");
	}

	@Test
	void aClaimUsesTheAwardOfItsOwnMonthAndOfItself() {
		TinyPolicy user = TinyPolicy.of(RELIEF, Cycle.CLAIM, 1, "2013-01-01")
			.header("uses: [" + ALLOWANCE + ", " + MEDICAL + "]")
			.rule("补", "Applicant( $monthly: award(\"" + ALLOWANCE + "\"), $paid: award(\"" + MEDICAL + "\") )",
					"benefit.pay($monthly.plus($paid));");
		ApplicantHistory turning80 = People.born("1933-03-10")
			.stay("a", "2013-02-01", "COUNTY", "2000.00", "1000.00")
			.stay("b", "2013-03-01", "COUNTY", "2000.00", "600.00")
			.always();
		Shelf shelf = shelf(allowance(10), medical(70), user);
		shelf.claim(RELIEF, "a", "2013", turning80).pays("500.00");
		shelf.claim(RELIEF, "b", "2013", turning80).pays("400.00");
	}

	@Test
	void aChangeOfTheOtherAwardIsTheNextChange() {
		Verdict now = shelf(allowance(10), topUp(20)).ask(TOP_UP, "2013-01", People.born("1933-03-10")).refuses();
		assertThat(now.answer().next()).isNotNull();
		assertThat(now.answer().next().period()).isEqualTo("2013-03");
		assertThat(now.answer().next().because()).isEqualTo("AWARD " + ALLOWANCE);
	}

	@Test
	void programsThatHangOnEachOtherGiveNoAmount() {
		TinyPolicy other = TinyPolicy.monthly(ALLOWANCE, 10, "2013-01-01")
			.header("uses: [" + TOP_UP + "]")
			.parameter("line", "250.00", "CNY")
			.rule("反过来", "Applicant( award(\"" + TOP_UP + "\") < P.line )", "benefit.pay(P.line);");
		Shelf shelf = shelf(other, topUp(20));
		assertThatExceptionOfType(PolicyFault.class)
			.isThrownBy(() -> shelf.ask(TOP_UP, "2013-03", People.born("1930-01-01")))
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo(PolicyFault.CIRCLE));
		Shelf claims = shelf(
				TinyPolicy.of(MEDICAL, Cycle.CLAIM, 70, "2013-01-01")
					.header("deducts: [" + RELIEF + "]")
					.rule("报销", "$claim: Claim( kind == ClaimKind.INPATIENT )", "benefit.pay($claim.getOwnPayment());"),
				relief(90));
		assertThatExceptionOfType(PolicyFault.class).isThrownBy(() -> claims.claim(RELIEF, "a", "2013", stay()))
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo(PolicyFault.CIRCLE));
	}

	@Test
	void onlyProgramsThatAreNamedCanBeRead() {
		TinyPolicy unnamed = TinyPolicy.monthly(TOP_UP, 20, "2013-01-01")
			.header("uses: [" + ALLOWANCE + "]")
			.parameter("line", "250.00", "CNY")
			.rule("补差", "Applicant( award(\"old-age-alowance\") < P.line )", "benefit.pay(P.line);")
			.rule("别的", "Applicant( award(P.line) < P.line )", "benefit.pay(P.line);")
			.rule("没有", "Applicant( award < P.line )", "benefit.pay(P.line);");
		assertThat(unnamed.problems()).filteredOn((one) -> one.code().equals("OTHER_PROGRAM")).hasSize(3);
		assertThat(TinyPolicy.monthly(TOP_UP, 20, "2013-01-01")
			.header("uses: [" + TOP_UP + ", stacking, 高龄津贴]")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(Money.ZERO);")
			.problems()).filteredOn((one) -> one.code().equals("OTHER_PROGRAM")).hasSize(3);
	}

}
