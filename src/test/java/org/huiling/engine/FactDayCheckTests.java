package org.huiling.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.engine.problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the check says of a version that reads records on another day than the first. */
class FactDayCheckTests {

	@TempDir
	private Path rules;

	private CheckReport check(TinyPolicy policy, String... examples) throws IOException {
		Program program = policy.program();
		Path directory = Files.createDirectories(this.rules.resolve("model-district").resolve(program.id()));
		Files.writeString(directory.getParent().resolve("jurisdiction.yaml"),
				"id: model-district\nname: {zh: 示范区, en: Model District}\nregionPrefix: \"379901\"\n");
		Files.writeString(directory.resolve("program.yaml"), "name: {zh: 项目, en: Program}\ncycle: " + program.cycle()
				+ "\nunit: CNY\norder: " + program.order() + "\n");
		Path version = Files.createDirectories(directory.resolve("2013-01-01"));
		for (var file : policy.bytes().entrySet()) {
			Files.write(version.resolve(file.getKey()), file.getValue());
		}
		if (examples.length > 0) {
			Files.writeString(version.resolve("examples.yaml"), String.join("", examples));
		}
		return new PolicyCompiler().check(VersionDirectory.read(version));
	}

	private static TinyPolicy plain(TinyPolicy policy, String factDay) {
		return policy.header("factDay: " + factDay).parameter("amount", "10.00", "CNY");
	}

	private static TinyPolicy paying(TinyPolicy policy, String factDay, String condition) {
		return plain(policy, factDay).rule("甲", condition, "benefit.pay(P.amount);");
	}

	@ParameterizedTest
	@CsvSource({ "MONTH, FIRST_DAY, true", "MONTH, LAST_DAY, true", "MONTH, APPLICATION_DAY, true",
			"MONTH, EVENT_DAY, false", "QUARTER, LAST_DAY, true", "YEAR, APPLICATION_DAY, true",
			"YEAR, EVENT_DAY, false", "CLAIM, EVENT_DAY, true", "CLAIM, FIRST_DAY, true", "CLAIM, LAST_DAY, false",
			"CLAIM, APPLICATION_DAY, false" })
	void aDayThatThePeriodsDoNotHaveIsRefusedAtItsLine(Cycle cycle, String factDay, boolean admitted)
			throws IOException {
		CheckReport report = check(paying(TinyPolicy.of("grant", cycle, 20, "2013-01-01"), factDay,
				"Applicant( hukou.type == HukouType.RURAL )"));
		if (admitted) {
			assertThat(report.problems()).noneMatch((one) -> one.message().en().contains("factDay"));
			return;
		}
		assertThat(report.problems()).filteredOn((one) -> one.message().en().contains("factDay"))
			.singleElement()
			.satisfies((one) -> {
				assertThat(one.severity()).isEqualTo(Severity.ERROR);
				assertThat(one.code()).isEqualTo("WRONG_VALUE");
				assertThat(one.file()).isEqualTo("policy.yaml");
				assertThat(one.line()).isEqualTo(4);
			});
	}

	@Test
	void exclusionsAreAppliedForByNobody() throws IOException {
		TinyPolicy exclusions = TinyPolicy.monthly(Program.STACKING, 90, "2013-01-01")
			.header("factDay: APPLICATION_DAY")
			.parameter("group", "[old-age-allowance, living-subsidy]", "programs")
			.parameter("kind", "HIGHEST", "stackingKind")
			.rule("就高", "Awards( )", "benefit.keepOne(P.group, P.kind);");
		assertThat(check(exclusions).problems()).anySatisfy((one) -> {
			assertThat(one.severity()).isEqualTo(Severity.ERROR);
			assertThat(one.message().en()).contains("factDay");
			assertThat(one.hint().en()).isEqualTo("it can be FIRST_DAY, LAST_DAY");
		});
	}

	private static String example(String name, String applicant, String expect) {
		return "- name: %s\n  period: 2013-07\n  applicant: {birthDate: 1930-01-01, %s}\n  expect: {%s}\n"
			.formatted(name, applicant, expect);
	}

	@Test
	void examplesAreReadOnTheFactDay() throws IOException {
		CheckReport report = check(paying(TinyPolicy.monthly(), "LAST_DAY", "Applicant( tekun == true )"),
				example("月末还是特困", "statuses: [{kind: TEKUN, from: 2013-07-31}]", "outcome: ELIGIBLE, amount: 10.00"),
				example("月末前一天止", "statuses: [{kind: TEKUN, from: 2010-01-01, to: 2013-07-30}]",
						"outcome: NOT_ELIGIBLE"));
		assertThat(report.problems()).isEmpty();
		CheckReport applied = check(paying(TinyPolicy
			.monthly(), "APPLICATION_DAY", "Applicant( tekun == true )"), example("申请时是特困",
					"statuses: [{kind: TEKUN, from: 2012-01-01, to: 2012-12-31}], applications: [{program: old-age-allowance, date: 2012-12-31}]",
					"outcome: ELIGIBLE, amount: 10.00"),
				example("申请时已不是",
						"statuses: [{kind: TEKUN, from: 2012-01-01, to: 2012-12-31}], applications: [{program: old-age-allowance, date: 2013-01-01}]",
						"outcome: NOT_ELIGIBLE"));
		assertThat(applied.problems()).isEmpty();
	}

	/** Who moved in within the month lies between the first day and the last. */
	@ParameterizedTest
	@CsvSource({ "FIRST_DAY, true", "LAST_DAY, false" })
	void whoCameWithinTheMonthIsFoundWhereTheLastDayCounts(String factDay, boolean unreachable) throws IOException {
		CheckReport report = check(paying(TinyPolicy.monthly(), factDay,
				"Applicant( hukou.heldOnFirstDay == true, hukou.since > firstDay )"));
		assertThat(report.findings().stream().anyMatch((one) -> one.kind() == Kind.UNREACHABLE)).isEqualTo(unreachable);
	}

	@Test
	void theMonthsOfResidenceAreTriedOnBothSidesOfTheFactDay() throws IOException {
		TinyPolicy overlapping = plain(TinyPolicy.monthly(), "LAST_DAY").parameter("six", "6", "months")
			.parameter("more", "20.00", "CNY")
			.rule("甲", "Applicant( residence.fullMonths >= P.six )", "benefit.pay(P.amount);")
			.rule("乙", "Applicant( residence.fullMonths <= P.six )", "benefit.pay(P.more);");
		CheckReport report = check(overlapping);
		assertThat(report.findings()).filteredOn((one) -> one.kind() == Kind.CONFLICT).singleElement();
	}

	/** The value of the middle of April is April's already, where its last day counts. */
	@ParameterizedTest
	@CsvSource({ "FIRST_DAY, 2013-05", "LAST_DAY, 2013-04" })
	void valuesByDateAreSearchedFromTheMonthOnWhoseFactDayTheyHold(String factDay, String month) throws IOException {
		TinyPolicy overlapping = plain(TinyPolicy.monthly(), factDay)
			.parameter("upper", "{2013-01-01: 80, 2013-04-10: 80, 2013-04-15: 81, 2013-06-01: 80}",
					"years, byDate: true")
			.parameter("lower", "80", "years")
			.parameter("more", "20.00", "CNY")
			.rule("甲", "Applicant( ageOnLastDay >= P.lower )", "benefit.pay(P.amount);")
			.rule("乙", "Applicant( ageOnLastDay < P.upper )", "benefit.pay(P.more);");
		assertThat(check(overlapping).findings()).filteredOn((one) -> one.kind() == Kind.CONFLICT)
			.singleElement()
			.satisfies((one) -> assertThat(one.period()).isEqualTo(month));
	}

	@Test
	void aDerivedFactThatGoesByTheFirstDayIsNamed() throws IOException {
		MoreFacts facts = MoreFacts.of("""
				name: {zh: 党员, en: Party members}
				facts:
				  partySince: {type: date, absent: none, zh: 入党时间, en: Joined the party}
				derived:
				  partyYears: {is: "fullYears(partySince, firstDay)", zh: 党龄, en: Years in the party}
				  partyTime: {is: "fullYears(partySince, factDay)", zh: 在党, en: Time in the party}
				""");
		for (String word : List.of("partyYears", "partyTime")) {
			TinyPolicy policy = plain(TinyPolicy.monthly(), "LAST_DAY").parameter("years", "10", "years")
				.rule("甲", "Applicant( " + word + " >= P.years )", "benefit.pay(P.amount);");
			VersionDirectory shipped = VersionDirectory
				.read(Path.of("rules/model-district/old-age-allowance/2013-01-01"));
			CheckReport report = facts.compiler()
				.check(new VersionDirectory(shipped.jurisdiction(), policy.program(),
						new PolicyFiles("model-district", policy.program().id(), "2013-01-01", policy.bytes()),
						List.of(), shipped.others()));
			assertThat(report.problems().stream().anyMatch((one) -> one.code().equals("FACT_DAY"))).as(word)
				.isEqualTo(word.equals("partyYears"));
		}
	}

	@Test
	void theBytesOfAVersionWithoutItAreReadAsBefore() {
		assertThat(new String(TinyPolicy.monthly().bytes().get("policy.yaml"), StandardCharsets.UTF_8))
			.doesNotContain("factDay");
		assertThat(paying(TinyPolicy.monthly(), "FIRST_DAY", "Applicant( alive == true )").compile().header().factDay())
			.isEqualTo(FactDay.FIRST_DAY);
	}

}
