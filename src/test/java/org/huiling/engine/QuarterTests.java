package org.huiling.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.huiling.engine.example.Example;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Severity;
import org.huiling.facts.Period;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs that are assessed for a calendar quarter. */
class QuarterTests {

	private static final String QUARTERLY = "quarterly-allowance";

	private static final String MONTHLY = "old-age-allowance";

	private static TinyPolicy quarterly(String version, String amount) {
		return TinyPolicy.of(QUARTERLY, Cycle.QUARTER, 20, version)
			.parameter("age", "80", "years")
			.parameter("amount", amount, "CNY")
			.rule("季度津贴", "Applicant( ageBeforePeriod >= P.age, alive == true )", "benefit.pay(P.amount);");
	}

	private static TinyPolicy monthly() {
		return TinyPolicy.monthly(MONTHLY, 10, "2013-01-01")
			.parameter("amount", "10.00", "CNY")
			.rule("津贴", "Applicant( alive == true )", "benefit.pay(P.amount);");
	}

	private static Shelf shelf(TinyPolicy... policies) {
		return new Shelf(TinyPolicy.JURISDICTION, List.of(policies).stream().map(TinyPolicy::compile).toList());
	}

	private static List<String> answers(Shelf shelf, String period, ApplicantHistory person) {
		return new Assessor(shelf).assess(person, new AssessmentRequest(Period.parse(period), null, null, Explain.WHY))
			.assessments()
			.stream()
			.map((one) -> one.period() + " " + one.outcome() + " " + one.amount())
			.toList();
	}

	@Test
	void theQuartersThatHaveADayOfWhatIsAskedForAreAnsweredWhole() {
		Shelf shelf = shelf(quarterly("2013-01-01", "300.00"));
		ApplicantHistory person = People.born("1930-01-01").always();
		assertThat(answers(shelf, "2013-08", person)).containsExactly("2013-Q3 ELIGIBLE 300.00");
		assertThat(answers(shelf, "2013-Q3", person)).containsExactly("2013-Q3 ELIGIBLE 300.00");
		assertThat(answers(shelf, "2013", person)).containsExactly("2013-Q1 ELIGIBLE 300.00", "2013-Q2 ELIGIBLE 300.00",
				"2013-Q3 ELIGIBLE 300.00", "2013-Q4 ELIGIBLE 300.00");
		assertThat(answers(shelf(monthly()), "2013-Q3", person)).containsExactly("2013-07 ELIGIBLE 10.00",
				"2013-08 ELIGIBLE 10.00", "2013-09 ELIGIBLE 10.00");
	}

	@Test
	void theFirstDayOfAQuarterSaysWhichVersionGovernsIt() {
		Shelf shelf = shelf(quarterly("2013-02-01", "300.00"), quarterly("2013-08-15", "450.00"));
		assertThat(answers(shelf, "2013", People.born("1930-01-01").always())).containsExactly(
				"2013-Q1 NOT_ELIGIBLE 0.00", "2013-Q2 ELIGIBLE 300.00", "2013-Q3 ELIGIBLE 300.00",
				"2013-Q4 ELIGIBLE 450.00");
	}

	@Test
	void whoDiesInAQuarterHasItWholeAndNoneAfterwards() {
		Shelf shelf = shelf(quarterly("2013-01-01", "300.00"));
		assertThat(answers(shelf, "2013", People.born("1930-01-01").died("2013-05-20").always())).containsExactly(
				"2013-Q1 ELIGIBLE 300.00", "2013-Q2 ELIGIBLE 300.00", "2013-Q3 NOT_ELIGIBLE 0.00",
				"2013-Q4 NOT_ELIGIBLE 0.00");
	}

	@Test
	void theNextChangeIsAQuarterWithinTwoYears() {
		Shelf shelf = shelf(quarterly("2010-01-01", "300.00"));
		assertThat(shelf.ask(QUARTERLY, "2013-Q1", People.born("1933-02-10")).answer().next())
			.isEqualTo(new NextChange("2013-Q2", Outcome.ELIGIBLE, new BigDecimal("300.00"), List.of(), "AGE 80"));
		assertThat(shelf.ask(QUARTERLY, "2013-Q1", People.born("1934-12-31")).answer().next().period())
			.isEqualTo("2015-Q1");
		assertThat(shelf.ask(QUARTERLY, "2013-Q1", People.born("1935-01-02")).answer().next()).isNull();
	}

	@Test
	void aProgramByTheMonthThatLooksAtOneByTheQuarterSeesTheQuarterOfItsMonth() {
		TinyPolicy topUp = TinyPolicy.monthly("low-income-top-up", 30, "2013-01-01")
			.header("uses: [{program: " + QUARTERLY + ", basis: 第二条}]")
			.parameter("tenth", "10", "percent")
			.rule("补", "Applicant( $paid: award(\"" + QUARTERLY + "\") )", "benefit.pay($paid.times(P.tenth));");
		Shelf shelf = shelf(quarterly("2013-04-01", "300.00"), topUp);
		ApplicantHistory person = People.born("1930-01-01").always();
		assertThat(
				new Assessor(shelf)
					.assess(person,
							new AssessmentRequest(Period.parse("2013-Q2"), null, Set.of("low-income-top-up"),
									Explain.WHY))
					.assessments())
			.extracting(Assessment::amount)
			.containsOnly(new BigDecimal("30.00"));
	}

	private static CheckReport check(TinyPolicy policy, String period) throws IOException {
		policy.file("examples.yaml", """
				- name: 八十岁
				  period: %1$s
				  applicant: {birthDate: 1930-01-01, deathDate: null}
				  expect: {outcome: ELIGIBLE, amount: 300.00}
				- name: 七十岁
				  period: %1$s
				  applicant: {birthDate: 1943-01-01, deathDate: null}
				  expect: {outcome: NOT_ELIGIBLE}
				""".formatted(period));
		return new PolicyCompiler().check(new VersionDirectory(TinyPolicy.JURISDICTION, policy.program(),
				new PolicyFiles(TinyPolicy.JURISDICTION.id(), policy.program().id(), "2013-02-01", policy.bytes())));
	}

	@Test
	void aVersionIsCheckedByTheQuarter() throws IOException {
		CheckReport report = check(quarterly("2013-02-01", "300.00"), "2013-Q2");
		assertThat(report.problems()).noneMatch((one) -> one.severity() == Severity.ERROR);
		assertThat(report.examples()).allMatch(Example.Result::passed).hasSize(2);
		assertThat(report.findings()).allMatch((one) -> one.period() == null || "2013-Q2".equals(one.period()));
		assertThat(check(quarterly("2013-02-01", "300.00"), "2013-04").problems())
			.anyMatch((one) -> one.message().en().contains("a quarter such as 2013-Q3"));
	}

	@Test
	void aRuleOnLateApplicationThatNobodyWouldHeedIsRefused() throws IOException {
		TinyPolicy policy = quarterly("2013-02-01", "300.00")
			.header("lateApplication: {withinMonths: 6, then: FROM_APPLICATION_MONTH, basis: 第四条}");
		assertThat(check(policy, "2013-Q2").problems()).filteredOn((one) -> one.severity() == Severity.ERROR)
			.hasSize(1)
			.allMatch((one) -> one.line() == 4 && one.message().en().contains("by the month")
					&& one.message().en().contains("QUARTER"));
	}

	@Test
	void aLifeCheckThatHoldsUpNothingIsRefused() throws IOException {
		TinyPolicy policy = quarterly("2013-02-01", "300.00").header("lifeCheck: {validMonths: 12, basis: 第四条}");
		assertThat(check(policy, "2013-Q2").problems()).filteredOn((one) -> one.severity() == Severity.ERROR)
			.singleElement()
			.satisfies((one) -> assertThat(one.line() + " " + one.message().en() + " " + one.hint())
				.startsWith("4 lifeCheck is for programs by the month that are paid to the person")
				.contains("QUARTER", "take lifeCheck out"));
	}

}
