package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.type.ValueName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The care level has a fifth value since a standard of 2022. Versions that came into
 * force before 2023 know four: what they would see of the fifth is unknown to them, and
 * never another amount.
 */
class EarlierStandardTests {

	private static final String CARE = "home-care-service";

	@TempDir
	private Path rules;

	private static TinyPolicy hours(String version, String hours) {
		return TinyPolicy.monthly(CARE, 40, version)
			.parameter("from", "1", "level")
			.parameter("hours", hours, "hours, by: careLevel")
			.parameter("price", "12.00", "CNY")
			.rule("上门照料", "Applicant( careLevel >= P.from, $level : careLevel )",
					"benefit.pay(P.price.times(P.hours.at($level)));");
	}

	private static TinyPolicy severe(String version) {
		return TinyPolicy.monthly(CARE, 40, version)
			.parameter("severe", "3", "level")
			.parameter("amount", "600.00", "CNY")
			.rule("重度失能", "Applicant( careLevel == P.severe )", "benefit.pay(P.amount);");
	}

	private static Shelf shelf(TinyPolicy policy) {
		return new Shelf(TinyPolicy.JURISDICTION, List.of(policy.compile()));
	}

	private static People level(int level) {
		return People.born("1933-02-15").careLevel(level);
	}

	@Test
	void anEarlierVersionDoesNotKnowTheFifthAndAsks() {
		for (TinyPolicy policy : List.of(hours("2013-07-01", "{1: 15, 2: 30, 3: 45}"), severe("2019-10-01"))) {
			Assessment answer = shelf(policy).ask(CARE, "2024-07", level(4)).needs("careLevel").answer();
			assertThat(answer.warnings()).filteredOn((note) -> note.code().equals("EARLIER_STANDARD"))
				.singleElement()
				.satisfies((note) -> {
					assertThat(note.field()).isEqualTo("careLevel");
					assertThat(note.message().zh()).contains("失能等级是 4", "2023-01-01 以前施行", "只到 3（MZ/T 039—2013）");
					assertThat(note.message().en()).contains("recorded as 4", "no more than 3 (MZ/T 039—2013)");
				});
		}
	}

	@Test
	void whatItKnowsIsAnsweredAsBefore() {
		Shelf shelf = shelf(hours("2013-07-01", "{1: 15, 2: 30, 3: 45}"));
		assertThat(shelf.ask(CARE, "2024-07", level(3)).pays("540.00").answer().warnings())
			.noneMatch((note) -> note.code().equals("EARLIER_STANDARD"));
		shelf.ask(CARE, "2024-07", level(0)).refuses();
		shelf(severe("2019-10-01")).ask(CARE, "2024-07", level(3)).pays("600.00");
	}

	@Test
	void whereTheLevelDoesNotMatterNothingIsAsked() {
		TinyPolicy any = TinyPolicy.monthly(CARE, 40, "2013-07-01")
			.parameter("amount", "60.00", "CNY")
			.parameter("age", "90", "years")
			.parameter("from", "1", "level")
			.rule("高龄失能", "Applicant( ageOnLastDay < P.age, careLevel >= P.from )", "benefit.pay(P.amount);");
		assertThat(shelf(any).ask(CARE, "2024-07", level(4)).refuses().answer().warnings())
			.noneMatch((note) -> note.code().equals("EARLIER_STANDARD"));
	}

	@Test
	void aVersionOfSinceThenKnowsIt() {
		shelf(hours("2023-01-01", "{1: 15, 2: 30, 3: 45, 4: 60}")).ask(CARE, "2024-07", level(4)).pays("720.00");
		shelf(severe("2023-01-01")).ask(CARE, "2024-07", level(4)).refuses();
	}

	@Test
	void everyWayOfEvaluatingAndABatchWithoutReasonsSayTheSame() {
		Shelf shelf = shelf(hours("2013-07-01", "{1: 15, 2: 30, 3: 45}"));
		for (Explain explain : Explain.values()) {
			Assessment answer = shelf.all(level(4), "2024-07", explain).assessments().get(0);
			assertThat(answer.outcome()).isEqualTo(Outcome.NEEDS_INFORMATION);
			assertThat(answer.missing()).containsExactly("careLevel");
		}
	}

	@Test
	void anotherRevisionOfTheDictionaryChangesNothing() {
		CompiledPolicy policy = hours("2013-07-01", "{1: 15, 2: 30, 3: 45}").compile();
		MoreFacts more = MoreFacts.of("""
				name: {zh: 例, en: Example}
				facts:
				  medals: {type: integer, max: 9, zh: 奖章, en: Medals}
				""");
		CompiledPolicy other = policy.by(new FactReading(more.dictionary()));
		assertThat(other).isNotSameAs(policy);
		new Shelf(TinyPolicy.JURISDICTION, List.of(other)).ask(CARE, "2024-07", level(4)).needs("careLevel");
	}

	@Test
	void rowsThatAVersionCannotMeetAreRefusedAndSamplesDoNotHaveThem() throws IOException {
		assertThat(hours("2013-07-01", "{1: 15, 2: 30, 3: 45, 4: 60}").problems())
			.filteredOn((one) -> one.code().equals("TABLE_KEY"))
			.singleElement()
			.satisfies((one) -> assertThat(String.valueOf(one.hint())).contains("2023-01-01 以前施行的版本，careLevel 是 0—3",
					"careLevel is 0-3 in versions in force before 2023-01-01"));
		assertThat(check(hours("2013-07-01", "{1: 15, 2: 30, 3: 45}"), 3)).isEmpty();
	}

	/** What ends at the level before the last is found, in versions that can meet it. */
	@ParameterizedTest
	@ValueSource(strings = { "2023-01-01", "2026-01-01" })
	void aTableThatEndsAtThreeIsFoundInAVersionOfSinceThen(String version) throws IOException {
		assertThat(check(hours(version, "{1: 15, 2: 30, 3: 45}"), 3))
			.anyMatch((said) -> said.startsWith("ENUMERATION_ENDS"));
		assertThat(check(hours(version, "{1: 15, 2: 30, 3: 45, 4: 60}"), 3)).isEmpty();
	}

	@Test
	void anExampleOfAnEarlierVersionCannotHaveTheFifth() throws IOException {
		assertThat(check(hours("2013-07-01", "{1: 15, 2: 30, 3: 45}"), 4))
			.anyMatch((said) -> said.contains("a whole number from 0 to 3 expected"));
	}

	/** Errors of the check, and findings that a table or list ends too early. */
	private List<String> check(TinyPolicy policy, int level) throws IOException {
		Path directory = Files
			.createDirectories(this.rules.resolve(policy.files().version() + level + policy.hashCode())
				.resolve("model-district")
				.resolve(CARE));
		Files.writeString(directory.getParent().resolve("jurisdiction.yaml"),
				"id: model-district\nname: {zh: 示范区, en: Model District}\nregionPrefix: \"379901\"\n");
		Files.writeString(directory.resolve("program.yaml"),
				"name: {zh: 项目, en: Program}\ncycle: MONTH\nunit: CNY\norder: 40\n");
		Path version = Files.createDirectories(directory.resolve(policy.files().version()));
		for (var file : policy.bytes().entrySet()) {
			Files.write(version.resolve(file.getKey()), file.getValue());
		}
		Files.writeString(version.resolve("examples.yaml"), """
				- name: 甲
				  period: 2026-07
				  applicant: {birthDate: 1943-01-01, careLevel: %d}
				  expect: {outcome: ELIGIBLE, amount: 540.00}
				- name: 乙
				  period: 2026-07
				  applicant: {birthDate: 1943-01-01, careLevel: 0}
				  expect: {outcome: NOT_ELIGIBLE}
				- name: 丙
				  period: 2026-07
				  applicant: {birthDate: 1943-01-01, careLevel: null}
				  expect: {outcome: NEEDS_INFORMATION, missing: [careLevel]}
				""".formatted(level));
		CheckReport report = new PolicyCompiler().check(VersionDirectory.read(version));
		return Stream
			.concat(report.problems()
				.stream()
				.filter((one) -> one.severity() == Severity.ERROR)
				.map((one) -> one.code() + " " + one.message().en()),
					report.findings()
						.stream()
						.filter((one) -> one.kind() == Finding.Kind.ENUMERATION_ENDS)
						.map((one) -> one.kind() + " " + one.message().en()))
			.toList();
	}

	@Test
	void theShippedVersionsOfBeforeKnowFourLevels() {
		Dictionary now = FactFiles.shipped().dictionary();
		Dictionary then = now.before(LocalDate.of(2022, 12, 31));
		assertThat(now.before(LocalDate.of(2023, 1, 1))).isSameAs(now);
		assertThat(then).isSameAs(now.before(LocalDate.of(2012, 1, 1)));
		assertThat(then.digest()).isEqualTo(now.digest());
		assertThat(then.fact("careLevel").names()).extracting(ValueName::value).containsExactly("0", "1", "2", "3");
		assertThat(then.fact("careLevel").standard()).isEqualTo("MZ/T 039—2013");
		assertThat(now.fact("careLevel").names()).extracting(ValueName::value).containsExactly("0", "1", "2", "3", "4");
		assertThat(now.fact("careLevel").standard()).isEqualTo("GB/T 42195—2022");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "type: integer, max: 4, earlier: {before: 2023-01-01, max: 4} | FACT_RANGE",
					"type: integer, max: 4, earlier: {before: 2023-01-01, max: 9} | FACT_RANGE",
					"type: integer, min: 2, max: 4, earlier: {before: 2023-01-01, max: 1} | FACT_RANGE",
					"type: integer, max: 4, earlier: {max: 3} | MISSING_KEY",
					"type: integer, max: 4, earlier: {before: soon, max: 3} | WRONG_VALUE",
					"type: integer, max: 4, earlier: {before: 2023-01-01, max: 3, until: 4} | UNKNOWN_KEY",
					"type: money, max: 4, earlier: {before: 2023-01-01, max: 3} | UNKNOWN_KEY" })
	void whatIsDeclaredWrongIsRefusedAtItsLine(String declared, String code) {
		List<Problem> problems = MoreFacts
			.of("name: {zh: 例, en: Example}\nfacts:\n  medals: {" + declared + ", zh: 奖章, en: Medals}\n")
			.files()
			.problems();
		assertThat(problems).isNotEmpty().allSatisfy((one) -> assertThat(one.line()).isEqualTo(3));
		assertThat(problems).extracting(Problem::code).contains(code);
	}

}
