package org.huiling.engine;

import java.util.List;

import org.huiling.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.People.born;

/**
 * A table by number has a row for every number there can be: the last may stand for all
 * that are larger.
 */
class TablesByNumberTests {

	private static final People PERSON = born("1930-01-01");

	private static TinyPolicy bySize(String rows) {
		return TinyPolicy.monthly()
			.parameter("amount", rows, "CNY, by: householdSize")
			.rule("按人数", "Applicant( $size : household.size, alive == true )", "benefit.pay(P.amount.at($size));");
	}

	@ParameterizedTest
	@CsvSource({ "1, 100.00", "2, 180.00", "3, 250.00", "9, 250.00", "999, 250.00" })
	void theLastRowIsForAllThatAreLarger(int size, String amount) {
		bySize("{1: 100.00, 2: 180.00, 3+: 250.00}").shelf()
			.ask("old-age-allowance", "2013-03", PERSON.with("household.size", size))
			.pays(amount);
	}

	@Test
	void itStandsAmongTheParametersAsItWasWritten() {
		assertThat(bySize("{1: 100.00, 2+: 180.00}").compile().header().parameters().get(0).value().toString())
			.isEqualTo("{1=100.00, 2+=180.00}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{1: 100.00, 2: 180.00}               | 3+
			{1: 100.00, 3+: 250.00}              | 2
			{1: 100.00, 2: 180.00, 4: 1.00, 5+: 250.00} | 3
			{1: 100.00, 2: 180.00, 2+: 250.00}   | 2+
			""")
	void aTableThatLacksARowIsRefusedAtItsPlace(String rows, String missing) {
		List<Problem> problems = bySize(rows).problems();
		assertThat(problems).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo("TABLE_OPEN");
			assertThat(problem.line()).isEqualTo(5);
			assertThat(problem.column()).isGreaterThan(10);
			assertThat(problem.message().zh() + problem.hint().zh()).contains(missing);
			assertThat(problem.message().en() + problem.hint().en()).contains(missing);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{0: 1.00, 1+: 2.00}            | householdSize   | TABLE_KEY
			{1: 1.00, 1000: 2.00, 2+: 1.00} | householdSize  | TABLE_KEY
			{1: 1.00, 9: 2.00}             | careLevel       | TABLE_KEY
			{1: 1.00, 5+: 2.00}            | disabilityGrade | TABLE_KEY
			{RURAL+: 1.00}                 | hukouType       | TABLE_KEY
			{1: 1.00, 2+: 2.00, 3+: 3.00}  | householdSize   | DUPLICATE_KEY
			""")
	void aRowThatNobodyIsInIsRefused(String rows, String by, String code) {
		assertThat(TinyPolicy.monthly()
			.parameter("amount", rows, "CNY, by: " + by)
			.rule("一", "Applicant( alive == true )", "benefit.pay(P.amount);")
			.problems()).extracting(Problem::code).contains(code);
	}

	/** The care level has only four: no last row is needed where the rule reads three. */
	@Test
	void aTableOfLevelsMayEndWithTheLastLevel() {
		TinyPolicy.monthly()
			.parameter("amount", "{1: 100.00, 2: 180.00, 3: 250.00}", "CNY, by: careLevel")
			.parameter("least", "1", "level")
			.rule("按等级", "Applicant( careLevel >= P.least, $level : careLevel, alive == true )",
					"benefit.pay(P.amount.at($level));")
			.shelf()
			.ask("old-age-allowance", "2013-03", PERSON.careLevel(3))
			.pays("250.00");
	}

	@Test
	void segmentsByNumberHaveALastRowToo() {
		String rule = "benefit.reimburse($claim.getEligibleCost(), P.ratios.at($size));";
		assertThat(claims("[{1: 50, 2: 60}]", rule).problems()).extracting(Problem::code).containsExactly("TABLE_OPEN");
		claims("[{1: 50, 2+: 60}]", rule).shelf()
			.claim("medical-reimbursement", "c1", "2013",
					PERSON.with("household.size", 7).stay("c1", "2013-05-05", "COUNTY", "1000.00").always())
			.pays("600.00");
	}

	private static TinyPolicy claims(String ratios, String then) {
		return TinyPolicy.claims()
			.parameter("ratios", ratios, "segments, by: householdSize")
			.rule("报销", "Applicant( $size : household.size )\n    $claim : Claim( kind == ClaimKind.INPATIENT )", then);
	}

}
