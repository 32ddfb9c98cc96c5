package org.huiling.engine;

import java.util.List;

import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong in a rule file is told by file, line, text and what to do. */
class RuleDefectTests {

	private static final String GOOD = """
			rule "甲"
			    @en("A")
			    @basis("第一条")
			when
			    Applicant( ageOnLastDay >= P.advancedAge,
			               hukouInJurisdiction == true )
			then
			    benefit.pay(P.amount);
			end
			""";

	private static List<Problem> problems(String text) {
		return TinyPolicy.monthly()
			.parameter("advancedAge", "80", "years")
			.parameter("amount", "100.00", "CNY")
			.file("allowance.drl", text)
			.problems();
	}

	private static Problem only(String text) {
		List<Problem> problems = problems(text);
		assertThat(problems).hasSize(1);
		assertThat(problems.get(0).file()).isEqualTo("allowance.drl");
		assertThat(problems.get(0).severity()).isEqualTo(Severity.ERROR);
		return problems.get(0);
	}

	@Test
	void anUnknownFieldIsNamedWithItsLineAndTheFieldThatWasMeant() {
		Problem problem = only(GOOD.replace("hukouInJurisdiction", "hukouInJurisdicton"));
		assertThat(problem.code()).isEqualTo("UNKNOWN_FIELD");
		assertThat(problem.line()).isEqualTo(6);
		assertThat(problem.excerpt()).contains("hukouInJurisdicton");
		assertThat(problem.message().en()).contains("hukouInJurisdicton");
		assertThat(problem.hint().en()).contains("hukouInJurisdiction");
	}

	@Test
	void anUnknownNestedFieldIsNamedWithItsLine() {
		Problem problem = only(GOOD.replace("hukouInJurisdiction == true", "household.monthlyIncom < P.amount"));
		assertThat(problem.code()).isEqualTo("UNKNOWN_FIELD");
		assertThat(problem.line()).isEqualTo(6);
		assertThat(problem.hint().en()).contains("monthlyIncome");
	}

	@Test
	void anUnknownParameterOfAConditionIsNamedWithItsLine() {
		Problem problem = only(GOOD.replace("P.advancedAge", "P.advancdAge"));
		assertThat(problem.line()).isEqualTo(5);
		assertThat(problem.message().en()).contains("advancdAge");
		assertThat(problem.hint().en()).contains("advancedAge");
	}

	@Test
	void anUnknownParameterOfAConsequenceIsNamedWithItsLine() {
		Problem problem = only(GOOD.replace("P.amount", "P.amont"));
		assertThat(problem.line()).isEqualTo(8);
		assertThat(problem.message().en()).contains("amont");
		assertThat(problem.hint().en()).contains("amount");
	}

	@Test
	void anUnknownConsequenceIsNamedWithItsLine() {
		Problem problem = only(GOOD.replace("benefit.pay", "benefit.payy"));
		assertThat(problem.code()).isEqualTo("UNKNOWN_NAME");
		assertThat(problem.line()).isEqualTo(8);
		assertThat(problem.hint().en()).contains("pay");
	}

	@Test
	void anUnknownFactIsNamedWithItsLine() {
		Problem problem = only(GOOD.replace("Applicant(", "Applikant("));
		assertThat(problem.code()).isEqualTo("UNKNOWN_FACT");
		assertThat(problem.line()).isEqualTo(5);
	}

	@Test
	void aParameterOfTheWrongUnitIsFoundAtItsLine() {
		Problem problem = only(GOOD.replace("P.advancedAge", "P.amount"));
		assertThat(problem.line()).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "benefit.pay(P.advancedAge);", "benefit.pay(P.amount.plus(P.advancedAge));",
			"benefit.pay(P.amount, P.amount);", "benefit.atMost(P.advancedAge).pay(P.amount);" })
	void aConsequenceOverTheWrongUnitIsFoundAtItsLine(String consequence) {
		Problem problem = only(GOOD.replace("benefit.pay(P.amount);", consequence));
		assertThat(problem.code()).isEqualTo("WRONG_UNIT");
		assertThat(problem.line()).isEqualTo(8);
	}

	@Test
	void aTextWhereANumberBelongsIsFoundAtItsLine() {
		Problem problem = only(GOOD.replace("P.advancedAge", "\"eighty\""));
		assertThat(problem.code()).isEqualTo("WRONG_LITERAL");
		assertThat(problem.line()).isEqualTo(5);
	}

	@Test
	void aRuleWithoutBasisOrEnglishNameIsFoundAtItsLine() {
		assertThat(only("\n\n" + GOOD.replace("    @basis(\"第一条\")\n", "")))
			.satisfies((one) -> assertThat(one.code()).isEqualTo("MISSING_BASIS"))
			.satisfies((one) -> assertThat(one.line()).isEqualTo(3));
		assertThat(only(GOOD.replace("    @en(\"A\")\n", "")))
			.satisfies((one) -> assertThat(one.code()).isEqualTo("MISSING_EN"))
			.satisfies((one) -> assertThat(one.line()).isEqualTo(1));
		assertThat(only(GOOD.replace("第一条", " ")).code()).isEqualTo("MISSING_BASIS");
	}

	@Test
	void aMissingSemicolonIsFoundNearItsLine() {
		Problem problem = problems(GOOD.replace("P.amount);", "P.amount)")).get(0);
		assertThat(problem.line()).isBetween(7, 9);
		assertThat(problem.message().en()).doesNotContain("\n").doesNotContain("org.drools");
	}

	@Test
	void aBrokenPatternIsFoundAtItsLine() {
		Problem problem = problems(GOOD.replace(">= P.advancedAge", ">= ")).get(0);
		assertThat(problem.code()).isEqualTo("DRL_SYNTAX");
		assertThat(problem.line()).isBetween(5, 6);
	}

	@Test
	void aTextThatIsNoRuleAtAllIsRefused() {
		assertThat(problems("hello world")).allSatisfy((one) -> {
			assertThat(one.file()).isEqualTo("allowance.drl");
			assertThat(one.line()).isEqualTo(1);
		});
	}

	@Test
	void aRuleNameUsedTwiceIsFoundAtTheSecond() {
		Problem problem = only(GOOD + GOOD);
		assertThat(problem.code()).isEqualTo("DUPLICATE_RULE");
		assertThat(problem.line()).isEqualTo(10);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			import java.util.List;                       | import
			import function java.lang.Math.max;          | import function
			global java.util.List out;                   | global
			package somewhere.else;                      | package
			dialect "mvel"                               | dialect
			declare Thing name : String end              | declare
			function int f(int a) { return a; }          | function
			""")
	void whatIsNoRuleIsRefusedAtItsLine(String line, String what) {
		List<Problem> problems = problems("\n" + line + "\n" + GOOD);
		assertThat(problems).isNotEmpty().allSatisfy((one) -> {
			assertThat(one.code()).isEqualTo("NOT_ADMITTED");
			assertThat(one.line()).isEqualTo(2);
		});
		assertThat(problems.get(0).message().en()).contains(what);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "salience 10", "no-loop true", "agenda-group \"a\"", "activation-group \"a\"", "dialect \"mvel\"",
			"duration 1000", "timer (int: 0 1s)", "enabled false", "date-effective \"01-Jan-2013\"",
			"lock-on-active true", "auto-focus true", "ruleflow-group \"a\"" })
	void attributesOfARuleAreRefusedAtTheirLine(String attribute) {
		List<Problem> problems = problems(
				GOOD.replace("    @basis(\"第一条\")\n", "    @basis(\"第一条\")\n    " + attribute + "\n"));
		assertThat(problems).isNotEmpty().allSatisfy((one) -> assertThat(one.line()).isEqualTo(4));
		assertThat(problems.get(0).message().en()).contains(attribute.split(" ")[0]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tekun == true || onDibao == true", "tekun == true && onDibao == true",
			"( tekun == true || onDibao == true )", "hukou.region matches \"3799.*\"",
			"hukou.region str[startsWith] \"3799\"", "eval( true )" })
	void conditionsThatHideAnUnknownAreRefusedAtTheirLine(String condition) {
		List<Problem> problems = problems(GOOD.replace("hukouInJurisdiction == true", condition));
		assertThat(problems).isNotEmpty().allSatisfy((one) -> assertThat(one.line()).isEqualTo(6));
	}

	@ParameterizedTest
	@ValueSource(strings = { "forall( Applicant( tekun == true ) )",
			"accumulate( Applicant( $a : ageOnLastDay ); $s : sum($a) )", "eval( true )",
			"/applicants[ tekun == true ]", "/applicants", "$x : /applicants[ alive == true ]/household[ size > 1 ]",
			"?people( $x; )", "acc( Applicant( ); $c : count() )", "Applicant( tekun == true ) from entry-point \"x\"",
			"Applicant( tekun == true ) over window:length(1)" })
	void conditionsThatAreNoPatternsAreRefused(String condition) {
		List<Problem> problems = problems(GOOD.replace("when\n", "when\n    " + condition + "\n"));
		assertThat(problems).isNotEmpty().allSatisfy((one) -> assertThat(one.line()).isBetween(4, 5));
	}

	@Test
	void everyProblemIsToldAtOnce() {
		List<Problem> problems = problems(GOOD.replace("    @en(\"A\")\n", "") + "global java.util.List out;\n"
				+ GOOD.replace("甲", "乙").replace("    @basis(\"第一条\")\n", ""));
		assertThat(problems).extracting(Problem::code).contains("MISSING_EN", "NOT_ADMITTED", "MISSING_BASIS");
	}

	@Test
	void aFileWithWindowsLineEndsKeepsItsLineNumbers() {
		Problem problem = only(GOOD.replace("hukouInJurisdiction", "hukouInJurisdicton").replace("\n", "\r\n"));
		assertThat(problem.line()).isEqualTo(6);
	}

	@Test
	void anEmptyFileIsRefusedByName() {
		assertThat(problems("")).isNotEmpty().allSatisfy((one) -> assertThat(one.file()).isEqualTo("allowance.drl"));
	}

}
