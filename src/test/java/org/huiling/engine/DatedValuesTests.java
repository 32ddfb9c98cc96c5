package org.huiling.engine;

import java.util.List;

import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.reason.CalculationStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.huiling.engine.People.born;

/** Values that change by date inside a version: indexation. */
class DatedValuesTests {

	private static final String PROGRAM = "old-age-allowance";

	private static final People PERSON = born("1930-01-01").with("household.size", 2)
		.with("pension.monthlyAmount", "0.00");

	private static final String BASE = "{2013-01-01: 100.00, 2013-04-01: 110.00, 2013-07-01: 125.50}";

	private static TinyPolicy indexed() {
		return TinyPolicy.monthly()
			.parameter("base", BASE, "CNY, byDate: true")
			.parameter("line", "{2012-01-01: 300.00, 2013-07-01: 400.00}", "CNY, byDate: true")
			.parameter("share", "{2013-01-01: 50, 2013-05-01: 60}", "percent, byDate: true")
			.rule("甲", "Applicant( alive == true, pension.monthlyAmount < P.line.times(P.share) )",
					"benefit.pay(P.base.times(P.share));");
	}

	@ParameterizedTest
	@CsvSource({ "2013-01, 50.00", "2013-03, 50.00", "2013-04, 55.00", "2013-05, 66.00", "2013-06, 66.00",
			"2013-07, 75.30", "2014-12, 75.30" })
	void theFactDaysValueCounts(String month, String amount) {
		indexed().shelf().ask(PROGRAM, month, PERSON).pays(amount);
	}

	@ParameterizedTest
	@CsvSource({ "2013-01, 149.99, true", "2013-01, 150.00, false", "2013-05, 179.99, true", "2013-05, 180.00, false",
			"2013-07, 239.99, true", "2013-07, 240.00, false" })
	void conditionsCompareWithTheFactDaysValue(String month, String income, boolean pays) {
		Verdict verdict = indexed().shelf().ask(PROGRAM, month, PERSON.with("pension.monthlyAmount", income));
		assertThat(verdict.answer().outcome()).isEqualTo(pays ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE);
	}

	@Test
	void theReasonNamesTheFactDaysValueAndTheNextChange() {
		Assessment answer = indexed().shelf().ask(PROGRAM, "2013-04", PERSON).answer();
		assertThat(answer.why().get(0).values().get("base")).hasToString("110.00");
		assertThat(answer.why().get(0).steps()).extracting(CalculationStep::line)
			.containsExactly("110.00 × 50 % = 55.00");
		assertThat(answer.next().period()).isEqualTo("2013-05");
		assertThat(answer.next().because()).isEqualTo("INDEXATION 2013-05-01");
		assertThat(answer.next().amount()).isEqualByComparingTo("66.00");
	}

	@Test
	void tablesBandsAndSegmentsChangeByDateAsWell() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("standard", "{URBAN: {2013-01-01: 450.00, 2013-07-01: 485.00}, RURAL: {2013-01-01: 200.00}}",
					"CNY, by: hukouType, byDate: true")
			.parameter("bands", "{2013-01-01: [{from: 0.00, value: 1.00}], 2013-07-01: [{from: 0.00, value: 2.00}]}",
					"bands, byDate: true")
			.rule("甲", "Applicant( alive == true, $t : hukou.type, $p : pension.monthlyAmount )",
					"benefit.pay(P.standard.at($t).plus(P.bands.at($p)));")
			.shelf();
		shelf.ask(PROGRAM, "2013-06", PERSON.with("hukou.type", "URBAN")).pays("451.00");
		shelf.ask(PROGRAM, "2013-07", PERSON.with("hukou.type", "URBAN")).pays("487.00");
		shelf.ask(PROGRAM, "2013-07", PERSON.with("hukou.type", "RURAL")).pays("202.00");
	}

	@Test
	void aBandsValueChangesByDateInItsRow() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("bands",
					"[{from: 0.00, value: {2013-01-01: 1.00, 2013-07-01: 2.00}}, {from: 500.00, value: 9.00}]",
					"bands, byDate: true")
			.rule("甲", "Applicant( alive == true, $p : pension.monthlyAmount )", "benefit.pay(P.bands.at($p));")
			.shelf();
		shelf.ask(PROGRAM, "2013-06", PERSON).pays("1.00");
		shelf.ask(PROGRAM, "2013-07", PERSON).pays("2.00");
	}

	@Test
	void aDayThatStandsTwiceIsRefusedWhereItStands() {
		assertThatExceptionOfType(PolicyDefects.class)
			.isThrownBy(() -> TinyPolicy.monthly()
				.parameter("base", "{2013-01-01: 10.00, 2013-04-01: 11.00, 2013-04-01: 12.00}", "CNY, byDate: true")
				.rule("甲", "Applicant( alive == true )", "benefit.pay(P.base);")
				.compile())
			.satisfies((refused) -> assertThat(refused.problems()).anySatisfy((problem) -> {
				assertThat(problem.code()).isEqualTo("DUPLICATE_KEY");
				assertThat(problem.excerpt()).contains("2013-04-01");
			}));
	}

	/** A day inside of a month counts from the next month on, and is named. */
	@Test
	void aDayWithinAPeriodIsNamed() {
		Assessment answer = TinyPolicy.monthly()
			.parameter("base", "{2013-01-01: 10.00, 2013-04-15: 11.00}", "CNY, byDate: true")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.base);")
			.shelf()
			.ask(PROGRAM, "2013-04", PERSON)
			.pays("10.00")
			.answer();
		assertThat(answer.next().period()).isEqualTo("2013-05");
		assertThat(answer.next().because()).isEqualTo("INDEXATION 2013-04-15");
	}

	/** All ways to evaluate say the same on each side of every day. */
	@Test
	void planWalkAndSessionAgreeOnEveryDay() {
		CompiledPolicy policy = indexed().compile();
		assertThat(policy.rules().days()).hasSize(3);
		for (String month : List.of("2013-03", "2013-04", "2013-05", "2013-07")) {
			CompiledPolicy on = policy.on(org.huiling.facts.Period.parse(month).firstDay());
			assertThat(on.rules().plan()).isNotSameAs(on.rules().walk());
		}
		assertThat(policy.on(java.time.LocalDate.of(2013, 4, 30)))
			.isSameAs(policy.on(java.time.LocalDate.of(2013, 4, 1)))
			.isNotSameAs(policy.on(java.time.LocalDate.of(2013, 3, 31)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{2013-04-01: 110.00}                    | CNY, byDate: true
			{2013-01-01: 1.00, 2013-04-01: 1.001}   | CNY, byDate: true
			{2013-01-01: 100.00}                    | CNY
			100.00                                  | CNY, byDate: true
			{2013-01-01: 1.00, 2013-02-30: 1.00}    | CNY, byDate: true
			""")
	void whatIsNotWrittenByDateIsRefusedAtItsLine(String value, String unit) {
		assertThat(TinyPolicy.monthly()
			.parameter("base", value, unit)
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.base);")
			.problems()).anySatisfy((problem) -> {
				assertThat(problem.file()).isEqualTo("policy.yaml");
				assertThat(problem.line()).isEqualTo(5);
			});
	}

}
