package org.huiling.engine.reason;

import java.math.BigDecimal;
import java.util.Collections;

import org.huiling.engine.Assessment;
import org.huiling.engine.Explain;
import org.huiling.engine.Outcome;
import org.huiling.engine.People;
import org.huiling.engine.Shelf;
import org.huiling.engine.TinyPolicy;
import org.huiling.engine.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Why, and why not condition by condition, from what the compiled rules read. */
class WhyNotTests {

	private static final String PROGRAM = "old-age-allowance";

	/** The rule of the design page to the letter, and its neighbour. */
	private static final String ALLOWANCE = """
			rule "高龄津贴 80—89 周岁"
			    @en("Old-age allowance, 80 to 89")
			    @basis("《……办法》第四条第一项")
			when
			    Applicant( ageOnLastDay >= P.advancedAge, ageOnLastDay < P.veryAdvancedAge, hukouInJurisdiction == true )
			then
			    benefit.pay(P.allowance80);
			end

			rule "高龄津贴 90—99 周岁"
			    @en("Old-age allowance, 90 to 99")
			    @basis("《……办法》第四条第二项")
			when
			    Applicant( ageOnLastDay >= P.veryAdvancedAge, hukouInJurisdiction == true )
			then
			    benefit.pay(P.allowance90);
			end
			""";

	private static Shelf allowance() {
		return TinyPolicy.monthly()
			.parameter("advancedAge", "80", "years")
			.parameter("veryAdvancedAge", "90", "years")
			.parameter("allowance80", "100.00", "CNY")
			.parameter("allowance90", "300.00", "CNY")
			.file("allowance.drl", ALLOWANCE)
			.shelf();
	}

	private static Shelf paying(String condition) {
		return TinyPolicy.monthly()
			.parameter("amount", "30.00", "CNY")
			.parameter("line", "300.00", "CNY")
			.rule("甲", condition, "benefit.pay(P.amount);")
			.shelf();
	}

	@Test
	void aGrantNamesRuleBasisAmountAndTheValuesItUsed() {
		Verdict verdict = allowance().ask(PROGRAM, "2013-07", People.born("1933-02-15"));
		verdict.pays("100.00").by("高龄津贴 80—89 周岁").under("2013-01-01");
		Why why = verdict.answer().why().get(0);
		assertThat(why.rule().en()).isEqualTo("Old-age allowance, 80 to 89");
		assertThat(why.basis()).isEqualTo("《……办法》第四条第一项");
		assertThat(why.amount()).isEqualTo("100.00");
		assertThat(why.program()).isNull();
		assertThat(why.values()).contains(entry("ageOnLastDay", 80), entry("advancedAge", new BigDecimal("80")),
				entry("hukouInJurisdiction", true), entry("allowance80", new BigDecimal("100.00")));
	}

	@Test
	void aRuleThatDidNotGrantShowsEachConditionAsWrittenWithItsValues() {
		Verdict verdict = allowance().ask(PROGRAM, "2013-07", People.born("1933-02-15"));
		assertThat(verdict.answer().whyNot()).hasSize(1);
		assertThat(verdict.whyNot("高龄津贴 90—99 周岁").basis()).isEqualTo("《……办法》第四条第二项");
		ConditionResult age = verdict.condition("高龄津贴 90—99 周岁", "ageOnLastDay >= P.veryAdvancedAge");
		assertThat(age.result()).isEqualTo(Truth.FAILS);
		assertThat(age.actual()).containsExactly(entry("ageOnLastDay", 80),
				entry("veryAdvancedAge", new BigDecimal("90")));
		ConditionResult hukou = verdict.condition("高龄津贴 90—99 周岁", "hukouInJurisdiction == true");
		assertThat(hukou.result()).isEqualTo(Truth.HOLDS);
		assertThat(hukou.actual()).containsEntry("hukouInJurisdiction", true);
	}

	@Test
	void everyConditionIsShownAlsoAfterOneThatFails() {
		Verdict verdict = allowance().ask(PROGRAM, "2013-07", People.born("1950-02-15").livingIn("370214"));
		verdict.refuses();
		assertThat(verdict.whyNot("高龄津贴 80—89 周岁").conditions()).extracting(ConditionResult::result)
			.containsExactly(Truth.FAILS, Truth.HOLDS, Truth.FAILS);
	}

	@Test
	void anUnknownFactIsShownAsUnknownWithNoValue() {
		Verdict verdict = allowance().ask(PROGRAM, "2013-07", People.born("1933-02-15").without("hukou"));
		verdict.needs("hukou.region");
		ConditionResult hukou = verdict.condition("高龄津贴 80—89 周岁", "hukouInJurisdiction == true");
		assertThat(hukou.result()).isEqualTo(Truth.UNKNOWN);
		assertThat(hukou.actual()).containsEntry("hukouInJurisdiction", null);
	}

	@Test
	void moneyAndShareAreShownExactly() {
		Verdict verdict = paying("Applicant( household.perCapitaIncome < P.line )").ask(PROGRAM, "2013-07",
				People.born("1933-02-15").income("900.01", 3));
		ConditionResult income = verdict.condition("甲", "household.perCapitaIncome < P.line");
		assertThat(income.result()).isEqualTo(Truth.FAILS);
		assertThat(income.actual()).containsEntry("household.perCapitaIncome", new BigDecimal("300.003333"))
			.containsEntry("line", new BigDecimal("300.00"));
	}

	@Test
	void notIsExplainedWithWhatItReads() {
		Verdict verdict = paying("not Applicant( household.monthlyIncome < P.line )").ask(PROGRAM, "2013-07",
				People.born("1933-02-15").income("299.99", 1));
		ConditionResult not = verdict.condition("甲", "not ( household.monthlyIncome < P.line )");
		assertThat(not.result()).isEqualTo(Truth.FAILS);
		assertThat(not.actual()).containsEntry("household.monthlyIncome", new BigDecimal("299.99"))
			.containsEntry("line", new BigDecimal("300.00"));
	}

	@Test
	void anUnknownUnderNotIsExplainedAsUnknown() {
		Verdict verdict = paying("not Applicant( household.monthlyIncome < P.line )").ask(PROGRAM, "2013-07",
				People.born("1933-02-15").without("household"));
		ConditionResult not = verdict.condition("甲", "not ( household.monthlyIncome < P.line )");
		assertThat(not.result()).isEqualTo(Truth.UNKNOWN);
		assertThat(not.actual()).containsAllEntriesOf(Collections.singletonMap("household.monthlyIncome", null));
	}

	@Test
	void existsIsExplainedWithWhatItReads() {
		Verdict verdict = paying("exists Applicant( household.monthlyIncome < P.line )").ask(PROGRAM, "2013-07",
				People.born("1933-02-15").income("300.00", 1));
		ConditionResult exists = verdict.condition("甲", "household.monthlyIncome < P.line");
		assertThat(exists.result()).isEqualTo(Truth.FAILS);
		assertThat(exists.actual()).containsEntry("household.monthlyIncome", new BigDecimal("300.00"));
	}

	@Test
	void theAlternativesOfAnOrAreExplainedTogetherAndWhatTheyShareByItself() {
		String condition = "Applicant( alive == true ) "
				+ "( Applicant( tekun == true ) or Applicant( household.monthlyIncome < P.line ) )";
		Verdict verdict = paying(condition).ask(PROGRAM, "2013-07", People.born("1933-02-15"));
		verdict.refuses();
		assertThat(verdict.whyNot("甲").conditions()).hasSize(2);
		assertThat(verdict.condition("甲", "alive == true").result()).isEqualTo(Truth.HOLDS);
		ConditionResult or = verdict.condition("甲", "tekun == true or household.monthlyIncome < P.line");
		assertThat(or.result()).isEqualTo(Truth.FAILS);
		assertThat(or.actual()).containsEntry("tekun", false)
			.containsEntry("household.monthlyIncome", new BigDecimal("2000.00"))
			.containsEntry("line", new BigDecimal("300.00"));
	}

	@Test
	void aJoinOverABindingIsExplainedWithBothSides() {
		String condition = "Applicant( $pension: pension.monthlyAmount, household.monthlyIncome < $pension )";
		Verdict verdict = paying(condition).ask(PROGRAM, "2013-07", People.born("1933-02-15"));
		verdict.refuses();
		ConditionResult join = verdict.condition("甲", "household.monthlyIncome < $pension");
		assertThat(join.result()).isEqualTo(Truth.FAILS);
		assertThat(join.actual()).containsEntry("household.monthlyIncome", new BigDecimal("2000.00"))
			.containsEntry("pension.monthlyAmount", new BigDecimal("500.00"));
	}

	@Test
	void whatIsNotAskedForIsNotExplained() {
		Shelf shelf = allowance();
		Assessment none = shelf.all(People.born("1933-02-15"), "2013-07", Explain.NONE).assessments().get(0);
		assertThat(none.amount()).isEqualTo("100.00");
		assertThat(none.why()).isEmpty();
		assertThat(none.whyNot()).isEmpty();
		assertThat(none.next()).isNull();
		Assessment why = shelf.all(People.born("1933-02-15"), "2013-07", Explain.WHY).assessments().get(0);
		assertThat(why.why()).hasSize(1);
		assertThat(why.whyNot()).isEmpty();
		assertThat(why.next()).isNull();
	}

	@Test
	void aMissingFieldIsNamedWithoutAnyExplanation() {
		Assessment none = allowance().all(People.born("1933-02-15").without("hukou"), "2013-07", Explain.NONE)
			.assessments()
			.get(0);
		assertThat(none.outcome()).isEqualTo(Outcome.NEEDS_INFORMATION);
		assertThat(none.missing()).containsExactly("hukou.region");
	}

}
