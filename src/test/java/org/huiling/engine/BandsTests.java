package org.huiling.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huiling.engine.People.born;

/**
 * Values by bands of amounts, numbers and days; tables with an else; segments of any
 * amount.
 */
class BandsTests {

	private static final String PROGRAM = "old-age-allowance";

	private static final String MONTH = "2013-03";

	private static final People PERSON = born("1930-01-01");

	private static TinyPolicy bands(String rows, String more, String when, String then) {
		return TinyPolicy.monthly()
			.parameter("supplement", rows, "bands" + more)
			.parameter("one", "1.00", "CNY")
			.rule("甲", "Applicant( alive == true, " + when + " )", "benefit.pay(" + then + ");");
	}

	private static final String INCOME = "[{from: 0.00, value: 500.00}, {from: 100.00, value: 300.00}, {from: 250.50, value: 0.01}]";

	@ParameterizedTest
	@CsvSource({ "0.00, 500.00", "99.99, 500.00", "100.00, 300.00", "250.49, 300.00", "250.50, 0.01",
			"99999.00, 0.01" })
	void aLineBelongsToTheBandThatBeginsThere(String income, String amount) {
		bands(INCOME, "", "$i : pension.monthlyAmount", "P.supplement.at($i)").shelf()
			.ask(PROGRAM, MONTH, PERSON.with("pension.monthlyAmount", income))
			.pays(amount);
	}

	@Test
	void goesByNumbersAndDaysAndGivesSharesAndNumbers() {
		bands("[{from: 60, value: 10}, {from: 80, value: 25.5}]", ", by: years, of: percent", "$a : ageOnLastDay",
				"P.one.times(P.supplement.at($a))")
			.rule("乙", "Applicant( alive == false )", "benefit.pay(P.one);")
			.shelf()
			.ask(PROGRAM, MONTH, PERSON)
			.pays("0.26");
		bands("[{from: 1900-01-01, value: 3}, {from: 1930-01-01, value: 7}]", ", by: date, of: count", "$b : birthDate",
				"P.one.times(P.supplement.at($b))")
			.shelf()
			.ask(PROGRAM, MONTH, PERSON)
			.pays("7.00");
	}

	@Test
	void areComparedInConditions() {
		TinyPolicy policy = bands(INCOME, "", "P.supplement.at(pension.monthlyAmount) > P.one", "P.one");
		assertThat(policy.compile().rules().plan()).isNotSameAs(policy.compile().rules().walk());
		policy.shelf().ask(PROGRAM, MONTH, PERSON.with("pension.monthlyAmount", "250.49")).pays("1.00");
		policy.shelf().ask(PROGRAM, MONTH, PERSON.with("pension.monthlyAmount", "250.50")).refuses();
	}

	@Test
	void fiveThousandRowsStandInAFile() {
		String rows = "from,value\n" + IntStream.range(0, 5000)
			.mapToObj((i) -> i + ".00," + (10_000 - i) + ".50")
			.collect(Collectors.joining("\n"));
		TinyPolicy policy = TinyPolicy.monthly()
			.bands("supplement")
			.rule("甲", "Applicant( alive == true, $i : pension.monthlyAmount )", "benefit.pay(P.supplement.at($i));")
			.file("supplement.bands.csv", rows.getBytes(StandardCharsets.UTF_8));
		policy.shelf().ask(PROGRAM, MONTH, PERSON.with("pension.monthlyAmount", "4321.99")).pays("5679.50");
	}

	/** Values that go down and up: two bounds tell nothing of what lies between. */
	@Test
	void whatLiesBetweenTwoBoundsMayGetMoreThanEither() {
		TinyPolicy.monthly()
			.header("wins: HIGHEST")
			.parameter("hump",
					"[{from: 0.00, value: 100.00}, {from: 100.00, value: 900.00}, {from: 200.00, value: 100.00}]",
					"bands")
			.parameter("sure", "200.00", "CNY")
			.rule("甲", "Applicant( alive == true, $i : pension.monthlyAmount )", "benefit.pay(P.hump.at($i));")
			.rule("乙", "Applicant( alive == true )", "benefit.pay(P.sure);")
			.shelf()
			.ask(PROGRAM, MONTH, PERSON.without("pension"))
			.needs("pension.monthlyAmount");
		bands(INCOME, "", "$i : pension.monthlyAmount", "P.supplement.at($i)").header("wins: HIGHEST")
			.parameter("sure", "500.00", "CNY")
			.rule("乙", "Applicant( alive == true )", "benefit.pay(P.sure);")
			.shelf()
			.ask(PROGRAM, MONTH, PERSON.without("pension"))
			.pays("500.00");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[]                                                               |                | BANDS
			[{from: 0.00, value: 1.00}, {from: 0.00, value: 2.00}]           |                | BANDS
			[{from: 5.00, value: 1.00}, {from: 4.00, value: 2.00}]           |                | BANDS
			[{from: 0.00, pay: 1.00}]                                        |                | BANDS
			[{from: 0.00, value: 1.001}]                                     |                | BANDS
			[{from: 0.50, value: 1.00}]                                      | , by: years    | BANDS
			[{from: 0.00, value: 1.00}]                                      | , by: dibaoType | WRONG_VALUE
			[{from: 0.00, value: 1.00}]                                      | , of: segments | WRONG_VALUE
			{from: 0.00, value: 1.00}                                        |                | BANDS
			""")
	void whatAreNoBandsIsRefusedAtItsPlace(String rows, String more, String code) {
		assertThat(
				bands(rows, (more != null) ? more : "", "$i : pension.monthlyAmount", "P.supplement.at($i)").problems())
			.anySatisfy((problem) -> {
				assertThat(problem.code()).isEqualTo(code);
				assertThat(problem.file()).isEqualTo("policy.yaml");
				assertThat(problem.line()).isEqualTo(5);
			});
	}

	@Test
	void numbersThatBandsGiveAreComparedWithNumbers() {
		bands("[{from: 0.00, value: 1}, {from: 100.00, value: 3}]", ", of: count",
				"P.supplement.at(pension.monthlyAmount) < P.two", "P.one")
			.parameter("two", "2", "count")
			.shelf()
			.ask(PROGRAM, MONTH, PERSON.with("pension.monthlyAmount", "99.99"))
			.pays("1.00");
	}

	@Test
	void keysOfAnotherKindAreRefused() {
		assertThat(bands(INCOME, "", "P.supplement.at(household.size) > P.one", "P.one").problems())
			.extracting(Problem::code)
			.contains("WRONG_UNIT");
	}

	@Test
	void aFileThatNoParameterReadsIsToldOf() {
		assertThat(bands(INCOME, "", "$i : pension.monthlyAmount", "P.supplement.at($i)")
			.file("suplement.bands.csv", "from,value\n0,1\n".getBytes(StandardCharsets.UTF_8))
			.problems()).extracting(Problem::code).contains("FILE_NAME");
	}

	@ParameterizedTest
	@CsvSource({ "1, 100.00", "2, 180.00", "3, 250.00", "5, 400.00", "999, 250.00" })
	void everyNumberWithoutARowGetsWhatElseGives(int size, String amount) {
		TinyPolicy.monthly()
			.parameter("amount", "{1: 100.00, 2: 180.00, 5: 400.00, else: 250.00}", "CNY, by: householdSize")
			.rule("按人数", "Applicant( $size : household.size, alive == true )", "benefit.pay(P.amount.at($size));")
			.shelf()
			.ask(PROGRAM, MONTH, PERSON.with("household.size", size))
			.pays(amount);
	}

	@ParameterizedTest
	@CsvSource({ "0.00, 0.00", "500.00, 250.00", "1000.00, 500.00", "2000.00, 700.00" })
	void segmentsTakeAnyAmount(String income, String amount) {
		TinyPolicy policy = TinyPolicy.monthly()
			.parameter("steps", "[{upTo: 1000.00, share: 50}, {share: 20}]", "segments")
			.parameter("one", "1.00", "CNY")
			.rule("甲", "Applicant( alive == true, $i : pension.monthlyAmount )",
					"benefit.pay(P.steps.of($i).plus(P.one));");
		policy.shelf()
			.ask(PROGRAM, MONTH, PERSON.with("pension.monthlyAmount", income))
			.pays(new java.math.BigDecimal(amount).add(java.math.BigDecimal.ONE).toString());
		TinyPolicy inCondition = TinyPolicy.monthly()
			.parameter("steps", "[{upTo: 1000.00, share: 50}, {share: 20}]", "segments")
			.parameter("one", "1.00", "CNY")
			.rule("甲", "Applicant( alive == true, P.steps.of(pension.monthlyAmount) <= P.one )", "benefit.pay(P.one);");
		inCondition.compile();
	}

	/** Drools forgets of what kind a value is that a table gives, once it is bound. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "tekun == true | $s", "tekun == true | $s.plus(P.one)",
			"tekun == true | min($s, P.one)", "$s > P.one | P.one" })
	void whatIsLookedUpIsNotBound(String more, String then) {
		List<Problem> problems = bands(INCOME, "", "$s : P.supplement.at(pension.monthlyAmount), " + more, then)
			.problems();
		assertThat(problems).filteredOn((problem) -> problem.severity() == Severity.ERROR)
			.extracting(Problem::code, Problem::line)
			.containsExactly(tuple("NOT_ADMITTED", 5));
		assertThat(problems).anySatisfy((problem) -> assertThat(problem.message().en())
			.isEqualTo("not admitted in a condition: $s : P.supplement.at(pension.monthlyAmount)"));
	}

}
