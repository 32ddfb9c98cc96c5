package org.huiling.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.problem.Problem;
import org.huiling.engine.reason.SharedValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.People.born;

/** Parameters that are taken from the standards of a jurisdiction. */
class SharedStandardsTests {

	private static final String PROGRAM = "old-age-allowance";

	private static final String DIBAO = """
			dibaoStandard:
			  title: {zh: 最低生活保障标准, en: Dibao standard}
			  unit: CNY
			  by: hukouType
			  basis: 示范区民政局通知（2013）1号
			  URBAN: {2013-01-01: 450.00, 2013-07-01: {value: 485.00, basis: 示范区民政局通知（2013）7号}}
			  RURAL: {2013-01-01: 200.00, 2013-07-01: 230.00}
			""";

	private static final String PLAIN = """
			line:
			  title: {zh: 低收入线, en: Low-income line}
			  basis: 通知
			  value: {2012-01-01: 300.00, 2013-07-01: 333.33}
			""";

	private static final People PERSON = born("1930-01-01").with("household.size", 2)
		.with("pension.monthlyAmount", "0.00")
		.with("hukou.type", "URBAN");

	private static TinyPolicy byType(TinyPolicy policy, String from) {
		return policy.standards(DIBAO)
			.shared("standard", from)
			.rule("甲", "Applicant( alive == true, $t : hukou.type )", "benefit.pay(P.standard.at($t));");
	}

	private static TinyPolicy plain(String from) {
		return TinyPolicy.monthly()
			.standards(PLAIN)
			.shared("line", from)
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.line);");
	}

	@ParameterizedTest
	@CsvSource({ "2013-06, URBAN, 450.00", "2013-07, URBAN, 485.00", "2013-06, RURAL, 200.00",
			"2014-01, RURAL, 230.00" })
	void aRaiseInTheMiddleOfTheYearCountsFromItsMonth(String month, String type, String amount) {
		byType(TinyPolicy.monthly(), "standards.dibaoStandard").shelf()
			.ask(PROGRAM, month, PERSON.with("hukou.type", type))
			.pays(amount);
	}

	@Test
	void aYearGoesByItsFirstDay() {
		Shelf shelf = byType(TinyPolicy.yearly(), "standards.dibaoStandard").shelf();
		shelf.ask("contribution-waiver", "2013", PERSON).pays("450.00");
		shelf.ask("contribution-waiver", "2014", PERSON).pays("485.00");
	}

	@ParameterizedTest
	@CsvSource({ "'standards.line, times: 24', 2013-06, 7200.00", "'standards.line, times: 24', 2013-07, 7999.92",
			"'standards.line, share: 150', 2013-07, 500.00", "'standards.line, share: 33.33', 2013-07, 111.10",
			"'standards.line, times: 1.5, share: 10', 2013-06, 45.00" })
	void timesAndSharesAreExactUntilTheAmountIsRounded(String from, String month, String amount) {
		plain(from).shelf().ask(PROGRAM, month, PERSON).pays(amount);
	}

	@Test
	void aConditionComparesWithTheExactShare() {
		Shelf shelf = TinyPolicy.monthly()
			.standards(PLAIN)
			.shared("line", "standards.line, share: 33.33")
			.parameter("paid", "1.00", "CNY")
			.rule("甲", "Applicant( alive == true, pension.monthlyAmount <= P.line )", "benefit.pay(P.paid);")
			.shelf();
		// 333.33 × 33.33 % = 111.098889
		assertThat(outcome(shelf, "111.09")).isEqualTo(Outcome.ELIGIBLE);
		assertThat(outcome(shelf, "111.10")).isEqualTo(Outcome.NOT_ELIGIBLE);
	}

	private static Outcome outcome(Shelf shelf, String income) {
		return shelf.ask(PROGRAM, "2013-07", PERSON.with("pension.monthlyAmount", income)).answer().outcome();
	}

	@Test
	void theReasonNamesTheStandardItsNoticeAndTheDay() {
		Assessment answer = byType(TinyPolicy.monthly(), "standards.dibaoStandard, share: 150").shelf()
			.ask(PROGRAM, "2013-08", PERSON)
			.answer();
		assertThat(answer.amount()).isEqualByComparingTo("727.50");
		assertThat(answer.why().get(0).standards()).singleElement().satisfies((one) -> {
			assertThat(one.standard()).isEqualTo("standards.dibaoStandard");
			assertThat(one.title().en()).isEqualTo("Dibao standard");
			assertThat(one.by()).isEqualTo("hukouType");
			assertThat(one.key()).isEqualTo("URBAN");
			assertThat(one.from()).hasToString("2013-07-01");
			assertThat(one.basis()).isEqualTo("示范区民政局通知（2013）7号");
			assertThat(one.worked()).isEqualTo("485.00 × 150 %");
		});
	}

	@Test
	void theReasonShowsTheValueAloneAlsoWhereTheVersionHasOnlyOne() {
		Assessment answer = plain("standards.line, times: 2").standards(PLAIN.replace(", 2013-07-01: 333.33", ""))
			.shelf()
			.ask(PROGRAM, "2013-08", PERSON)
			.answer();
		assertThat(answer.why().get(0).values().get("line")).hasToString("600.00");
		assertThat(answer.why().get(0).standards()).extracting(SharedValue::worked).containsExactly("300.00 × 2");
	}

	@Test
	void theNextAnswerIsThatOfTheRaise() {
		NextChange next = byType(TinyPolicy.monthly(), "standards.dibaoStandard").shelf()
			.ask(PROGRAM, "2013-05", PERSON)
			.answer()
			.next();
		assertThat(next.period()).isEqualTo("2013-07");
		assertThat(next.because()).isEqualTo("INDEXATION 2013-07-01");
		assertThat(next.amount()).isEqualByComparingTo("485.00");
	}

	@Test
	void aPolicyMayGoByTheStandardOfAnEnclosingJurisdiction() {
		TinyPolicy.monthly()
			.standards("china", PLAIN)
			.shared("line", "china/standards.line")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.line);")
			.shelf()
			.ask(PROGRAM, "2013-01", PERSON)
			.pays("300.00");
	}

	@Test
	void whatTheJurisdictionLacksIsFoundAboveIt() {
		Problem problem = onlyProblem(TinyPolicy.monthly().standards("china", PLAIN), "standards.line");
		assertThat(problem.code()).isEqualTo("UNKNOWN_STANDARD");
		assertThat(problem.line()).isEqualTo(5);
		assertThat(problem.hint().en()).isEqualTo("did you mean china/standards.line?");
	}

	@Test
	void aMisspeltStandardIsRefusedWithTheOneThatWasMeant() {
		Problem problem = onlyProblem(TinyPolicy.monthly().standards(DIBAO), "standards.dibaoStandart");
		assertThat(problem.code()).isEqualTo("UNKNOWN_STANDARD");
		assertThat(problem.hint().en()).isEqualTo("did you mean standards.dibaoStandard?");
	}

	@Test
	void whereThereAreNoStandardsThatIsSaid() {
		assertThat(onlyProblem(TinyPolicy.monthly(), "standards.line").hint().en())
			.isEqualTo("neither this jurisdiction nor one that encloses it has a standards.yaml");
	}

	@Test
	void aVersionFromBeforeTheFirstValueIsRefused() {
		Problem problem = onlyProblem(TinyPolicy.monthly("old-age-allowance", 10, "2012-12-31").standards(DIBAO),
				"standards.dibaoStandard");
		assertThat(problem.code()).isEqualTo("NO_STANDARD_YET");
		assertThat(problem.message().en())
			.isEqualTo("there is no value yet on 2012-12-31, the first day of the version:"
					+ " the standard dibaoStandard URBAN begins on 2013-01-01");
	}

	@ParameterizedTest
	@CsvSource({ "'standards.line, times: 0'", "'standards.line, times: -2'", "'standards.line, share: 1e3'",
			"'standards.line, times: 10000'", "'standards.line, share: [1]'" })
	void whatIsNoFactorIsRefused(String from) {
		assertThat(plain(from).problems()).extracting(Problem::code).contains("WRONG_VALUE");
	}

	@Test
	void whatTheStandardSaysIsNotSaidAgain() {
		assertThat(plain("standards.line, unit: percent").problems()).extracting(Problem::code).contains("UNKNOWN_KEY");
	}

	private static Problem onlyProblem(TinyPolicy policy, String from) {
		return policy.shared("line", from)
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.line);")
			.problems()
			.stream()
			.filter((one) -> !one.code().equals("UNKNOWN_PARAMETER"))
			.reduce((one, other) -> {
				throw new AssertionError(one + " and " + other);
			})
			.orElseThrow();
	}

	@Test
	void theValueThatWasCorrectedCountsNoMore() {
		TinyPolicy policy = TinyPolicy.monthly()
			.standards(PLAIN.replace("333.33}", "333.33, 2013-07-01.2: 330.00}"))
			.shared("line", "standards.line")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.line);");
		policy.shelf().ask(PROGRAM, "2013-06", PERSON).pays("300.00");
		policy.shelf().ask(PROGRAM, "2013-07", PERSON).pays("330.00");
	}

	@Test
	void whatIsKeptOfACompiledVersionIsNotTakenForOtherStandards() {
		ClassStore kept = new Kept();
		plain("standards.line").compile(kept);
		CompiledPolicy raised = plain("standards.line").standards(PLAIN.replace("300.00", "310.00")).compile(kept);
		new Shelf(TinyPolicy.JURISDICTION, List.of(raised)).ask(PROGRAM, "2013-01", PERSON).pays("310.00");
	}

	@Test
	void theDigestOfAVersionIsThatOfItsFiles() {
		assertThat(plain("standards.line").files().digest())
			.isEqualTo(plain("standards.line").standards(PLAIN.replace("300.00", "310.00")).files().digest());
	}

	private static final class Kept implements ClassStore {

		private final Map<String, byte[]> classes = new HashMap<>();

		@Override
		public byte @Nullable [] find(String key) {
			return this.classes.get(key);
		}

		@Override
		public void keep(String key, byte[] bytes) {
			this.classes.put(key, bytes);
		}

	}

}
