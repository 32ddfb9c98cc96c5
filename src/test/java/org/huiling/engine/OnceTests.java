package org.huiling.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.huiling.engine.example.Example;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Severity;
import org.huiling.engine.reason.Note;
import org.huiling.facts.Period;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A benefit that is given once in a life is assessed month by month: each says whether it
 * is due then.
 */
class OnceTests {

	private static final String GRANT = "centenarian-grant";

	private static TinyPolicy grant(String version, String amount) {
		return TinyPolicy.of(GRANT, Cycle.ONCE, 20, version)
			.parameter("age", "100", "years")
			.parameter("amount", amount, "CNY")
			.rule("百岁贺金", "Applicant( ageOnLastDay >= P.age, alive == true )", "benefit.pay(P.amount);");
	}

	private static Shelf shelf(TinyPolicy... policies) {
		return new Shelf(TinyPolicy.JURISDICTION, List.of(policies).stream().map(TinyPolicy::compile).toList());
	}

	private static List<Assessment> asked(Shelf shelf, String period, ApplicantHistory person) {
		return new Assessor(shelf)
			.assess(person, new AssessmentRequest(Period.parse(period), null, Set.of(GRANT), Explain.FULL))
			.assessments();
	}

	private static List<String> answers(Shelf shelf, String period, ApplicantHistory person) {
		return asked(shelf, period, person).stream()
			.map((one) -> one.period() + " " + one.outcome() + " " + one.amount())
			.toList();
	}

	private static List<String> codes(List<Note> notes) {
		return notes.stream().map(Note::code).toList();
	}

	@Test
	void aMonthIsAnsweredForItselfAndSaysThatItIsGivenOnce() {
		Shelf shelf = shelf(grant("2013-01-01", "1000.00"));
		ApplicantHistory person = People.born("1913-03-10").always();
		assertThat(answers(shelf, "2013-02", person)).containsExactly("2013-02 NOT_ELIGIBLE 0.00");
		assertThat(answers(shelf, "2013-03", person)).containsExactly("2013-03 ELIGIBLE 1000.00");
		assertThat(answers(shelf, "2013-04", person)).containsExactly("2013-04 ELIGIBLE 1000.00");
		Assessment due = asked(shelf, "2013-03", person).get(0);
		assertThat(codes(due.assumptions())).containsExactly("GIVEN_ONCE");
		assertThat(due.next()).isNull();
		assertThat(asked(shelf, "2013-02", person).get(0).assumptions()).isEmpty();
		assertThat(asked(shelf, "2013-02", person).get(0).next())
			.isEqualTo(new NextChange("2013-03", Outcome.ELIGIBLE, new BigDecimal("1000.00"), List.of(), "AGE 100"));
	}

	@Test
	void ofSeveralMonthsTheFirstInWhichItIsDueHasIt() {
		Shelf shelf = shelf(grant("2013-01-01", "1000.00"));
		List<Assessment> year = asked(shelf, "2013", People.born("1913-03-10").always());
		assertThat(year).hasSize(12)
			.filteredOn(Assessment::grants)
			.extracting(Assessment::period)
			.containsExactly("2013-03");
		assertThat(year.get(3).warnings()).singleElement()
			.satisfies((note) -> assertThat(note.message().en()).contains("due in 2013-03 already"))
			.satisfies((note) -> assertThat(note.message().zh()).contains("2013-03 已经应发"));
		assertThat(year.get(3).why()).isEmpty();
		assertThat(year.get(1).warnings()).isEmpty();
		assertThat(year.get(1).whyNot()).isNotEmpty();
		assertThat(asked(shelf, "2013-Q2", People.born("1913-03-10").always())).filteredOn(Assessment::grants)
			.extracting(Assessment::period)
			.containsExactly("2013-04");
	}

	@Test
	void whatIsUnknownIsAskedForInEveryMonthAndNeverRefused() {
		Shelf shelf = shelf(TinyPolicy.of(GRANT, Cycle.ONCE, 20, "2013-01-01")
			.parameter("amount", "1000.00", "CNY")
			.rule("困难救助", "Applicant( poor == true, alive == true )", "benefit.pay(P.amount);"));
		assertThat(asked(shelf, "2013-Q1", People.born("1913-01-01").without("household", "statuses").always()))
			.hasSize(3)
			.allMatch((one) -> one.outcome() == Outcome.NEEDS_INFORMATION
					&& one.missing().contains("household.dibao.type"));
	}

	@Test
	void theFirstDayOfTheMonthSaysWhichVersionGovernsIt() {
		Shelf shelf = shelf(grant("2013-02-01", "1000.00"), grant("2013-03-15", "1500.00"));
		ApplicantHistory person = People.born("1913-03-10").always();
		assertThat(answers(shelf, "2013-01", person)).containsExactly("2013-01 NOT_ELIGIBLE 0.00");
		assertThat(answers(shelf, "2013-03", person)).containsExactly("2013-03 ELIGIBLE 1000.00");
		assertThat(answers(shelf, "2013-04", person)).containsExactly("2013-04 ELIGIBLE 1500.00");
	}

	private static CheckReport check(TinyPolicy policy, String period) throws IOException {
		policy.file("examples.yaml", """
				- name: 一百岁
				  period: %1$s
				  applicant: {birthDate: 1913-01-01, deathDate: null}
				  expect: {outcome: ELIGIBLE, amount: 1000.00}
				- name: 七十岁
				  period: %1$s
				  applicant: {birthDate: 1943-01-01, deathDate: null}
				  expect: {outcome: NOT_ELIGIBLE}
				""".formatted(period));
		return new PolicyCompiler().check(new VersionDirectory(TinyPolicy.JURISDICTION, policy.program(),
				new PolicyFiles(TinyPolicy.JURISDICTION.id(), policy.program().id(), "2013-02-01", policy.bytes())));
	}

	private static List<String> errors(CheckReport report) {
		List<String> errors = new ArrayList<>();
		report.problems()
			.stream()
			.filter((one) -> one.severity() == Severity.ERROR)
			.forEach((one) -> errors.add(one.line() + " " + one.message().en()));
		return errors;
	}

	@Test
	void aVersionIsCheckedByTheMonth() throws IOException {
		CheckReport report = check(grant("2013-02-01", "1000.00"), "2013-03");
		assertThat(errors(report)).isEmpty();
		assertThat(report.examples()).allMatch(Example.Result::passed).hasSize(2);
		assertThat(report.findings()).allMatch((one) -> one.period() == null || one.period().startsWith("2013-02"));
		assertThat(errors(check(grant("2013-02-01", "1000.00"), "2013")))
			.anyMatch((error) -> error.contains("a month such as 2013-07"));
	}

	@Test
	void aRuleOnLateApplicationThatNobodyWouldHeedIsRefused() throws IOException {
		assertThat(
				errors(check(
						grant("2013-02-01", "1000.00")
							.header("lateApplication: {withinMonths: 6, then: FROM_APPLICATION_MONTH, basis: 第四条}"),
						"2013-03")))
			.anyMatch((error) -> error.contains("by the month") && error.contains("ONCE"));
	}

	@Test
	void itGoesOverNoList() {
		String program = """
				name: {zh: 床位补助, en: Bed grant}
				cycle: ONCE
				over: beds
				unit: CNY
				order: 10
				paidTo: PERSON
				""";
		assertThatExceptionOfType(PolicyDefects.class)
			.isThrownBy(() -> Program.read("beds", program.getBytes(StandardCharsets.UTF_8), "CNY"))
			.satisfies((refused) -> assertThat(refused.problems()).singleElement()
				.satisfies((one) -> assertThat(one.line()).isEqualTo(3))
				.satisfies((one) -> assertThat(one.message().en())
					.contains("what is given once for each item is cycle: CLAIM")));
	}

}
