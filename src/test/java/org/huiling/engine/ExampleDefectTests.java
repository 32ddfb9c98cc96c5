package org.huiling.engine;

import java.util.List;

import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is wrong with one worked example is told at its line, and the others are run and
 * counted all the same.
 */
class ExampleDefectTests {

	private static final String VERSION = "model-district/old-age-allowance/2013-01-01";

	private static CheckReport check(String file, String text, String replacement) {
		return new PolicyCompiler()
			.check(PlantedDefect.of("", VERSION, Finding.Kind.GAP).change(file, text, replacement).directory());
	}

	private static final CheckReport SHIPPED = check("policy.yaml", "title:", "title:");

	/** Instead of the first example's applicant and expectation. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{birthDate: 1933-06-15, careLevel: 9}                        | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, pension: {monthlyAmount: -5}}        | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, pension: {monthlyAmount: 5.001}}     | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, household: {size: 0}}                | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, disability: {grade: 5}}              | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, careLevel: 1, careLevel: 2}          | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, deathDate: 1933-06-14}               | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, hukou: {since: 1933-06-14}}          | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, statuses: [{from: 2010-01-01}]}      | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, statuses: [1]}                       | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15, claims: [{id: c1}]}                  | {outcome: ELIGIBLE}
			{birthDate: +999999999-01-01}                                | {outcome: ELIGIBLE}
			{birthDate: 999999999-01-01}                                 | {outcome: ELIGIBLE}
			{birthDate: 2999-01-01}                                      | {outcome: ELIGIBLE}
			{birthDate: 1933-02-29}                                      | {outcome: ELIGIBLE}
			{sex: MALE}                                                  | {outcome: ELIGIBLE}
			{birthDate: 1933-06-15}                                      | {amount: -1}
			{birthDate: 1933-06-15}                                      | {amount: 100.001}
			{birthDate: 1933-06-15}                                      | {outcome: PERHAPS}
			{birthDate: 1933-06-15}                                      | {rules: 高龄津贴}
			{birthDate: 1933-06-15}                                      | {rules: [[高龄津贴]]}
			{birthDate: 1933-06-15}                                      | {}
			{birthDate: 1933-06-15}                                      | [1]
			""")
	void isToldAtItsLineAndCounted(String applicant, String expect) {
		CheckReport report = check("examples.yaml", "examples:\n", """
				examples:
				  - name: 坏例
				    period: 2013-06
				    applicant: %s
				    expect: %s
				""".formatted(applicant, expect));
		assertThat(report.ok()).isFalse();
		assertThat(report.problems()).filteredOn((one) -> one.severity() == Severity.ERROR)
			.isNotEmpty()
			.allSatisfy((problem) -> {
				assertThat(problem.file()).isEqualTo("examples.yaml");
				assertThat(problem.line()).isBetween(line() + 1, line() + 4);
				assertThat(problem.hint()).isNotNull();
			});
		assertThat(report.examples()).hasSize(SHIPPED.examples().size() + 1);
		assertThat(report.examples()).filteredOn((one) -> !one.passed())
			.singleElement()
			.satisfies((one) -> assertThat(one.example().name()).isEqualTo("坏例"));
	}

	/** Where the examples begin. */
	private static int line() {
		return SHIPPED.examples().get(0).example().line() - 1;
	}

	@ParameterizedTest
	@CsvSource({ "2013", "2013-13", "999999999-01", "1850-01", "9999-12" })
	void aPeriodIsAMonthThatCanBeAsked(String period) {
		CheckReport report = check("examples.yaml", "examples:\n", """
				examples:
				  - name: 坏例
				    period: %s
				    applicant: {birthDate: 1933-06-15}
				    expect: {outcome: ELIGIBLE}
				""".formatted(period));
		assertThat(report.problems()).filteredOn((one) -> one.severity() == Severity.ERROR)
			.singleElement()
			.satisfies((problem) -> assertThat(problem.line()).isEqualTo(line() + 2));
	}

	@Test
	void anItemThatIsNoExampleIsTold() {
		CheckReport report = check("examples.yaml", "examples:\n", "examples:\n  - 坏例\n");
		assertThat(report.problems()).filteredOn((one) -> one.severity() == Severity.ERROR)
			.singleElement()
			.satisfies((problem) -> assertThat(problem.line()).isEqualTo(line() + 1));
		assertThat(report.ok()).isFalse();
	}

	@Test
	void whatExamplesHaveInCommonIsToldOnceAndFailsThemAll() {
		CheckReport report = check("examples.yaml", "applicant:\n", "applicant:\n  careLevel: 9\n");
		assertThat(report.problems()).filteredOn((one) -> one.severity() == Severity.ERROR)
			.singleElement()
			.satisfies((problem) -> assertThat(problem.line()).isEqualTo(2));
		assertThat(report.examples()).hasSize(SHIPPED.examples().size()).noneMatch(Example.Result::passed);
	}

	@Test
	void anExampleThatTheRulesCannotAnswerIsCounted() {
		CheckReport report = check("allowance.drl", "ageOnLastDay < P.veryAdvancedAge",
				"ageOnLastDay < P.centenarianAge");
		assertThat(report.examples()).hasSize(SHIPPED.examples().size());
		assertThat(report.examples()).filteredOn((one) -> !one.passed()).isNotEmpty();
		assertThat(report.problems()).filteredOn((one) -> one.code().equals("EXAMPLE_FAILED"))
			.hasSameSizeAs(report.examples().stream().filter((one) -> !one.passed()).toList());
	}

	@Test
	void whatCameOutIsSaidInWords() {
		CheckReport report = check("examples.yaml", "amount: 100.00", "amount: 99.00");
		assertThat(report.problems()).filteredOn((one) -> one.code().equals("EXAMPLE_FAILED")).allSatisfy((one) -> {
			assertThat(one.message().en()).contains("ELIGIBLE, amount 100.00, rules: 高龄津贴 80—89 周岁")
				.doesNotContain("[");
			assertThat(one.message().zh()).contains("ELIGIBLE，金额 100.00，规则：高龄津贴 80—89 周岁").doesNotContain("[");
		}).isNotEmpty();
		assertThat(check("examples.yaml", "NEEDS_INFORMATION, missing", "NOT_ELIGIBLE, missing").problems())
			.filteredOn((one) -> one.code().equals("EXAMPLE_FAILED"))
			.allSatisfy((one) -> assertThat(one.message().en()).endsWith("NEEDS_INFORMATION, missing: hukou.region"))
			.isNotEmpty();
	}

	/** Of two examples that stand at the top. */
	private static CheckReport checkTwo(String first, String second) {
		return check("examples.yaml", "examples:\n", "examples:\n  - " + first + "\n  - " + second + "\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			满八十 甲   | 满八十 甲
			满八十 甲   | '满八十  甲'
			Turns 80    | turns ８０
			""")
	void twoOfOneNameAreRefused(String first, String second) {
		CheckReport report = checkTwo(
				"{name: " + first
						+ ", period: 2013-06, applicant: {birthDate: 1933-06-15}, expect: {outcome: ELIGIBLE}}",
				"{name: " + second
						+ ", period: 2013-07, applicant: {birthDate: 1933-07-15}, expect: {outcome: ELIGIBLE}}");
		assertThat(report.ok()).isFalse();
		assertThat(report.problems()).filteredOn((one) -> one.severity() == Severity.ERROR)
			.singleElement()
			.satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo("DUPLICATE_EXAMPLE");
				assertThat(problem.line()).isEqualTo(line() + 2);
				assertThat(problem.message().en()).contains("line " + (line() + 1));
				assertThat(problem.hint()).isNotNull();
			});
	}

	@Test
	void aNameOfOneThatCannotBeReadIsTakenToo() {
		CheckReport report = checkTwo(
				"{name: 甲, period: 2013-06, applicant: {birthDate: 1933-06-15, careLevel: 9}, expect: {outcome: ELIGIBLE}}",
				"{name: 甲, period: 2013-06, applicant: {birthDate: 1933-06-15}, expect: {outcome: ELIGIBLE}}");
		assertThat(report.problems()).filteredOn((one) -> one.code().equals("DUPLICATE_EXAMPLE")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{birthDate: 1933-06-15, pension: {monthlyAmount: 5}} | {pension: {monthlyAmount: 5.00}, birthDate: 1933-06-15} | {amount: 100} | {amount: 100.00} | 1
					{birthDate: 1933-06-15}                              | {birthDate: 1933-06-15}                                 | {amount: 100} | {outcome: ELIGIBLE, amount: 100.00} | 0
					{birthDate: 1933-06-15}                              | {birthDate: 1933-06-16}                                 | {amount: 100} | {amount: 100.00} | 0
					""")
	void twoThatShowTheSameAreAWarning(String first, String second, String expect, String alsoExpect, int warnings) {
		CheckReport report = checkTwo("{name: 甲, period: 2013-06, applicant: " + first + ", expect: " + expect + "}",
				"{name: 乙, period: 2013-06, applicant: " + second + ", expect: " + alsoExpect + "}");
		assertThat(report.ok()).isTrue();
		assertThat(report.problems()).filteredOn((one) -> one.code().equals("DUPLICATE_EXAMPLE"))
			.hasSize(warnings)
			.allSatisfy((problem) -> {
				assertThat(problem.severity()).isEqualTo(Severity.WARNING);
				assertThat(problem.line()).isEqualTo(line() + 2);
			});
	}

	@ParameterizedTest
	@CsvSource({ "10000, 5000", "10000, 10000", "0, 5000" })
	void boundsOfSegmentsThatDoNotRiseAreTold(String first, String second) {
		assertThat(TinyPolicy.claims()
			.parameter("ratios",
					"[{upTo: " + first + ", COUNTY: 70}, {upTo: " + second + ", COUNTY: 75}, {COUNTY: 80}]",
					"segments, by: hospitalTier")
			.rule("一", "Applicant( alive == true )", "")
			.problems()).anySatisfy((problem) -> {
				assertThat(problem.code()).isEqualTo("SEGMENTS");
				assertThat(problem.line()).isEqualTo(5);
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			'{1: 15, 2: 30, 2: 45}, unit: hours, by: careLevel'   | 30
			'{1: 15, 01: 30}, unit: hours, by: careLevel'         | 15
			'[NCMS, RESIDENT, NCMS], unit: scheme'                | 15
			""")
	void whatStandsTwiceInAParameterIsTold(String value, int column) {
		List<Problem> problems = TinyPolicy.monthly()
			.header("parameters:\n  line: {value: " + value + ", basis: 一}")
			.rule("一", "Applicant( alive == true )", "")
			.problems();
		assertThat(problems).anySatisfy((problem) -> {
			assertThat(problem.code()).isEqualTo("DUPLICATE_KEY");
			assertThat(problem.column()).isGreaterThan(column);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			effectiveTo: 999999999-12-31
			effectiveTo: +999999999-12-31
			effectiveTo: 9999-12-31
			published: 1013-01-01
			published: soon
			effectiveTo: [2013-12-31]
			lateApplication: {withinMonths: 999999, then: FROM_APPLICATION_MONTH, basis: 一}
			lifeCheck: {validMonths: 0, basis: 一}
			accepted: [GAP]
			assumptions: [{zh: 一, en: one}, 二]
			""")
	void aScalarOfThePolicyIsToldAtItsLine(String line) {
		List<Problem> problems = TinyPolicy.monthly()
			.header(line)
			.rule("一", "Applicant( alive == true )", "")
			.problems();
		assertThat(problems).anySatisfy((problem) -> {
			assertThat(problem.file()).isEqualTo("policy.yaml");
			assertThat(problem.line()).isEqualTo(4);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			999999999-01-01 | date
			9999-12-31      | date
			-1              | CNY
			1.001           | CNY
			-1              | percent
			1e3             | CNY
			1234567         | years
			-1              | months
			1.5             | level
			""")
	void aParameterOutsideOfItsUnitIsToldAtItsLine(String value, String unit) {
		assertThat(TinyPolicy.monthly()
			.parameter("line", value, unit)
			.rule("一", "Applicant( alive == true )", "")
			.problems()).anySatisfy((problem) -> {
				assertThat(problem.code()).isEqualTo("PARAMETER_VALUE");
				assertThat(problem.line()).isEqualTo(5);
			});
	}

	/** Of a version that was published before the file was held to what it is today. */
	@Test
	void thoseThatCanBeReadAreReadWhateverElseIsWrongWithTheFile() {
		String twice = """
				  - name: 重名
				    period: 2013-06
				    applicant: {birthDate: 1933-06-15}
				    expect: {outcome: NEEDS_INFORMATION}
				""";
		VersionDirectory directory = PlantedDefect.of("", VERSION, Finding.Kind.GAP)
			.change("examples.yaml", "examples:\n", "unknown: 1\nexamples:\n" + twice + twice)
			.directory();
		CompiledPolicy policy = new PolicyCompiler().compile(directory.files(), directory.program(), ClassStore.NONE);
		assertThat(WorkedExamples.readable(policy, directory.files())).extracting(Example::name)
			.contains("重名")
			.hasSize(SHIPPED.examples().size() + 2);
	}

}
