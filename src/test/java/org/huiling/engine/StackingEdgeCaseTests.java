package org.huiling.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.huiling.engine.problem.PolicyConflict;
import org.huiling.engine.reason.Why;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.huiling.engine.ModelDistrict.ALLOWANCE;
import static org.huiling.engine.ModelDistrict.LIVING;
import static org.huiling.engine.ModelDistrict.TOP_UP;
import static org.huiling.engine.ModelDistrict.allowance;
import static org.huiling.engine.ModelDistrict.homeCare;
import static org.huiling.engine.ModelDistrict.living;
import static org.huiling.engine.ModelDistrict.topUp;
import static org.huiling.engine.People.born;

/** Edge cases E: stacking, and several rules of one program. */
class StackingEdgeCaseTests {

	private static final People AGED_92 = born("1920-06-01").pension("0");

	private static final People ON_DIBAO_AT_85 = born("1928-01-01").pension("0").on("RURAL");

	private static final People ON_DIBAO_AT_83 = born("1930-01-01").pension("0").on("RURAL");

	@Test
	@DisplayName("41. Only the higher one")
	void onlyTheHigherOneIsPaid() {
		allowance("2012-10", AGED_92).pays("100.00").under("2012-01-01");
		Verdict withheld = living("2012-10", AGED_92).withholds("50.00", ALLOWANCE).under("2012-01-01");
		Why better = withheld.answer().why().get(1);
		assertThat(better.rule().zh()).isEqualTo("高龄津贴与老年生活补贴不重复享受");
		assertThat(better.amount()).isEqualTo("100.00");
		allowance("2013-01", AGED_92).pays("300.00");
		living("2013-01", AGED_92).pays("60.00");
	}

	@Test
	@DisplayName("42. Which is higher depends on the person")
	void whichIsHigherDependsOnThePerson() {
		topUp("2013-08", ON_DIBAO_AT_85).withholds("69.00", LIVING);
		living("2013-08", ON_DIBAO_AT_85).pays("70.00");
		allowance("2013-08", ON_DIBAO_AT_85).pays("100.00");
		People disabled = ON_DIBAO_AT_85.disabled(null, 1);
		topUp("2013-08", disabled).pays("81.00");
		living("2013-08", disabled).withholds("70.00", TOP_UP);
		allowance("2013-08", disabled).pays("100.00");
	}

	@Test
	@DisplayName("43. Of a tie the lower order stays")
	void ofATieTheLowerOrderStays() {
		topUp("2013-03", ON_DIBAO_AT_83).pays("60.00");
		living("2013-03", ON_DIBAO_AT_83).withholds("60.00", TOP_UP);
	}

	@Test
	void whatTheRuleAgainstDoubleBenefitsDoesNotNameAddsUp() {
		People alone = born("1940-01-01").pension("0")
			.on("RURAL")
			.with("members", List
				.of(Map.of("id", "1", "relation", "SPOUSE", "disabilityGrade", 0, "receives", List.of("DIBAO"))));
		ModelDistrict.book().ask("household-support", "2015-03", alone).pays("60.00");
		living("2015-03", alone).pays("70.00");
		topUp("2015-03", alone).withholds("58.00", LIVING);
	}

	@Test
	@DisplayName("44. Asking for one program only")
	void theAnswerDoesNotDependOnWhichProgramsWereAskedFor() {
		for (String month : List.of("2012-10", "2013-03", "2013-08")) {
			for (People person : List.of(AGED_92, ON_DIBAO_AT_83, ON_DIBAO_AT_85)) {
				Assessment alone = living(month, person).answer();
				Assessment among = ModelDistrict.book()
					.all(person, month, Explain.FULL)
					.assessments()
					.stream()
					.filter((answer) -> answer.program().id().equals(LIVING))
					.findFirst()
					.orElseThrow();
				assertThat(alone).usingRecursiveComparison().isEqualTo(among);
			}
		}
		living("2012-10", AGED_92).withholds("50.00", ALLOWANCE);
		living("2013-03", ON_DIBAO_AT_83).withholds("60.00", TOP_UP);
	}

	@Test
	@DisplayName("45. A rival that is unknown and could win")
	void aRivalThatIsUnknownAndCouldWinIsAskedAbout() {
		People person = ON_DIBAO_AT_85.without("disability");
		topUp("2013-08", person).needs("disability.grade");
		living("2013-08", person).needs("disability.grade");
		allowance("2013-08", person).pays("100.00");
	}

	@Test
	@DisplayName("45. A rival that is unknown and could not win")
	void aRivalThatIsUnknownAndCouldNotWinChangesNothing() {
		People person = AGED_92.without("pension");
		living("2012-10", person).needs("pension.monthlyAmount");
		allowance("2012-10", person).pays("100.00");
	}

	@Test
	@DisplayName("46. Two rules grant without a stated winner")
	void twoRulesThatGrantWithoutAStatedWinnerAreAnErrorThatNamesBoth() {
		Shelf shelf = TinyPolicy.monthly(TOP_UP, 20, "2013-01-01")
			.parameter("standard", "450.00", "CNY")
			.parameter("shareAged", "20", "percent")
			.parameter("shareDisabled", "35", "percent")
			.parameter("grade", "2", "grade")
			.rule("低保老年人", "Applicant( onDibao == true )", "benefit.pay(P.standard.times(P.shareAged));")
			.rule("重度残疾", "Applicant( onDibao == true, disability.grade <= P.grade )",
					"benefit.pay(P.standard.times(P.shareDisabled));")
			.shelf();
		PolicyConflict conflict = catchThrowableOfType(PolicyConflict.class,
				() -> shelf.ask(TOP_UP, "2013-03", born("1938-01-01").on("URBAN").disabled(null, 1)));
		assertThat(conflict.rules()).extracting(Bilingual::zh).containsExactly("低保老年人", "重度残疾");
		assertThat(conflict.program()).isEqualTo(TOP_UP);
	}

	@Test
	@DisplayName("46. Two rules grant and the highest wins")
	void ofTwoRulesThatGrantTheHighestWinsAndNothingIsAdded() {
		Verdict verdict = topUp("2013-03", born("1938-01-01").on("URBAN").disabled(null, 1));
		verdict.pays("157.50").by("低保重度残疾老年人增发");
		assertThat(verdict.whyNot("低保 70—79 周岁增发").outweighedBy().zh()).isEqualTo("低保重度残疾老年人增发");
		assertThat(verdict.answer().why().get(0).amount()).isEqualTo(new BigDecimal("157.50"));
	}

	@Test
	@DisplayName("47. Tekun persons")
	void tekunPersons() {
		People tekun = born("1930-01-01").pension("0").careLevel(3).tekun();
		topUp("2013-03", tekun).refuses();
		living("2013-03", tekun).refuses();
		homeCare("2013-03", tekun).refuses();
		allowance("2013-03", tekun).pays("100.00");
		topUp("2012-03", tekun).pays("30.00").by("特困老年人增发").under("2012-01-01");
	}

}
