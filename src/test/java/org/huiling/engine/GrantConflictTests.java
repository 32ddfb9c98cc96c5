package org.huiling.engine;

import java.util.Set;

import org.huiling.engine.problem.PolicyConflict;
import org.huiling.facts.Period;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Two grants for one program and period: an error, unless the policy says which wins. */
class GrantConflictTests {

	private static final String PROGRAM = "old-age-allowance";

	private static TinyPolicy twoGrants() {
		return TinyPolicy.monthly()
			.parameter("low", "30.00", "CNY")
			.parameter("high", "50.00", "CNY")
			.parameter("eighty", "80", "years")
			.rule("甲", "Applicant( ageOnLastDay >= P.eighty )", "benefit.pay(P.low);")
			.rule("乙", "Applicant( alive == true )", "benefit.pay(P.high);");
	}

	@Test
	void twoGrantsWithoutAWinnerAreAnErrorThatNamesBothRules() {
		Shelf shelf = twoGrants().shelf();
		PolicyConflict conflict = catchThrowableOfType(PolicyConflict.class,
				() -> shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01")));
		assertThat(conflict.program()).isEqualTo(PROGRAM);
		assertThat(conflict.version()).isEqualTo("2013-01-01");
		assertThat(conflict.rules()).extracting(Bilingual::zh).containsExactly("甲", "乙");
	}

	/**
	 * What one alternative grants for certain is not lost where another one is open and
	 * the rules would decline it.
	 */
	@Test
	void anOpenRefusalDoesNotEraseWhatIsGrantedInAnyCase() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("grade", "2", "grade")
			.rule("甲",
					"( Applicant( alive == true, disability.grade <= P.grade, $m : pension.monthlyAmount )"
							+ " or Applicant( alive == true, onDibao == true, $m : household.perCapitaIncome ) )",
					"benefit.pay($m);")
			.rule("乙", "Applicant( onDibao == true )", "benefit.decline(\"停发\", \"stopped\");")
			.shelf();
		People person = People.born("1940-01-01").disabled("VISUAL", 1).pension("100.00");
		shelf.ask(PROGRAM, "2013-07", person.on("NONE")).pays("100.00");
		shelf.ask(PROGRAM, "2013-07", person.without("household"))
			.needs("household.dibao.type", "household.monthlyIncome", "household.size");
	}

	/**
	 * Whoever asks is told of today; the month in which rules contradict is not looked
	 * into.
	 */
	@Test
	void aConflictOfALaterMonthLeavesTheAnswerOfThisOne() {
		Verdict today = twoGrants().shelf().ask(PROGRAM, "2013-01", People.born("1933-06-15"));
		today.pays("50.00").by("乙");
		assertThat(today.answer().next()).isNull();
	}

	/**
	 * Where nothing is granted nobody looks at what others award, whoever asks: a run
	 * that decides a refusal, and whoever asks for its reasons later.
	 */
	@Test
	void aConflictOfAnotherProgramLeavesARefusalAsItIs() {
		Shelf shelf = twoGrants().shelf()
			.with(TinyPolicy.monthly("living-subsidy", 20, "2013-01-01")
				.parameter("amount", "30.00", "CNY")
				.rule("甲", "Applicant( onDibao == true )", "benefit.pay(P.amount);")
				.compile());
		People person = People.born("1930-01-01").on("NONE");
		AssessmentSession run = new AssessmentSession(shelf, person.always());
		Assessment decided = run.answers(Period.parse("2013-07"), Set.of("living-subsidy")).get(0);
		assertThat(decided.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
		assertThat(run.explained(decided).outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
		for (Explain explain : Explain.values()) {
			AssessmentRequest again = new AssessmentRequest(Period.parse("2013-07"), null, Set.of("living-subsidy"),
					explain);
			assertThat(new Assessor(shelf).assess(person.always(), again).assessments()).as("%s", explain)
				.extracting(Assessment::outcome)
				.containsExactly(Outcome.NOT_ELIGIBLE);
		}
		shelf.ask("living-subsidy", "2013-07", person.on("RURAL")).pays("30.00");
		Shelf excluding = shelf.with(TinyPolicy.monthly(Program.STACKING, 900, "2013-01-01")
			.parameter("group", "[old-age-allowance, living-subsidy]", "programs")
			.parameter("kind", "HIGHEST", "stackingKind")
			.rule("甲", "Awards( rivalsAmong(P.group) > 1 )", "benefit.keepOne(P.group, P.kind);")
			.compile());
		excluding.ask("living-subsidy", "2013-07", person).refuses();
		assertThatThrownBy(() -> excluding.ask("living-subsidy", "2013-07", person.on("RURAL")))
			.as("what is granted may be displaced")
			.isInstanceOf(PolicyConflict.class);
	}

	@Test
	void threeGrantsAreAllNamed() {
		Shelf shelf = twoGrants().rule("丙", "Applicant( tekun == true )", "benefit.pay(P.low);").shelf();
		PolicyConflict conflict = catchThrowableOfType(PolicyConflict.class,
				() -> shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").tekun()));
		assertThat(conflict.rules()).extracting(Bilingual::zh).containsExactly("甲", "乙", "丙");
	}

	@Test
	void twoGrantsOfOneAmountAreAnErrorToo() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("amount", "30.00", "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.amount);")
			.rule("乙", "Applicant( hukouInJurisdiction == true )", "benefit.pay(P.amount);")
			.shelf();
		assertThatThrownBy(() -> shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01")))
			.isInstanceOf(PolicyConflict.class)
			.hasMessageContaining("Rule 甲")
			.hasMessageContaining("Rule 乙");
	}

	@Test
	void oneGrantIsNoConflict() {
		twoGrants().shelf().ask(PROGRAM, "2013-07", People.born("1950-01-01")).pays("50.00").by("乙");
	}

	@Test
	void theHighestWinsWhereThePolicySaysSo() {
		Verdict verdict = twoGrants().header("wins: HIGHEST")
			.shelf()
			.ask(PROGRAM, "2013-07", People.born("1930-01-01"));
		verdict.pays("50.00").by("乙");
		assertThat(verdict.whyNot("甲").outweighedBy()).isEqualTo(new Bilingual("乙", "Rule 乙"));
	}

	@Test
	void ofEqualAmountsTheFirstRuleInFileOrderIsNamed() {
		TinyPolicy policy = TinyPolicy.monthly()
			.header("wins: HIGHEST")
			.parameter("amount", "30.00", "CNY")
			.file("b.drl", """
					rule "后文件"
					    @en("Later file") @basis("第二条")
					when
					    Applicant( alive == true )
					then
					    benefit.pay(P.amount);
					end
					""")
			.file("a.drl", """
					rule "前文件第二条"
					    @en("Earlier file, second")
					    @basis("第一条")
					when
					    Applicant( alive == true )
					then
					    benefit.pay(P.amount);
					end
					rule "前文件第三条"
					    @en("Earlier file, third")
					    @basis("第一条")
					when
					    Applicant( alive == true )
					then
					    benefit.pay(P.amount);
					end
					""");
		policy.shelf().ask(PROGRAM, "2013-07", People.born("1930-01-01")).pays("30.00").by("前文件第二条");
	}

	@Test
	void alternativesOfOneRuleWithOneAmountAreOneGrant() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("amount", "30.00", "CNY")
			.rule("甲", "( Applicant( onDibao == true ) or Applicant( tekun == true ) )", "benefit.pay(P.amount);")
			.shelf();
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").on("RURAL").tekun()).pays("30.00");
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").on("RURAL")).pays("30.00");
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").tekun()).pays("30.00");
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01")).refuses();
	}

	@Test
	void alternativesOfOneRuleWithDifferentAmountsAreAnErrorThatNamesTheRule() {
		Shelf shelf = TinyPolicy.monthly()
			.header("wins: HIGHEST")
			.rule("甲",
					"( Applicant( onDibao == true, $amount: pension.monthlyAmount ) or "
							+ "Applicant( tekun == true, $amount: household.monthlyIncome ) )",
					"benefit.pay($amount);")
			.shelf();
		PolicyConflict conflict = catchThrowableOfType(PolicyConflict.class,
				() -> shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").on("RURAL").tekun()));
		assertThat(conflict.rules()).containsExactly(new Bilingual("甲", "Rule 甲"));
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").tekun()).pays("2000.00");
	}

	@Test
	void aGrantThatRoundsToNothingIsNoGrantAndNoRival() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("fen", "0.01", "CNY")
			.parameter("third", "30", "percent")
			.parameter("amount", "30.00", "CNY")
			.rule("零", "Applicant( alive == true )", "benefit.pay(P.fen.times(P.third));")
			.rule("甲", "Applicant( tekun == true )", "benefit.pay(P.amount);")
			.shelf();
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").tekun()).pays("30.00").by("甲");
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01")).refuses();
	}

	@Test
	void aConflictThatHangsOnAnUnknownFactIsAskedAbout() {
		Shelf shelf = twoGrants().rule("丙", "Applicant( tekun == true )", "benefit.pay(P.low);").shelf();
		shelf.ask(PROGRAM, "2013-07", People.born("1950-01-01").without("statuses")).needs("statuses");
	}

	@Test
	void aRefusalOutweighsEveryGrant() {
		Verdict verdict = twoGrants().header("wins: HIGHEST")
			.rule("停发", "Applicant( tekun == true )", "benefit.decline(\"特困人员不享受\", \"Not for tekun persons\");")
			.shelf()
			.ask(PROGRAM, "2013-07", People.born("1930-01-01").tekun());
		verdict.refuses();
		assertThat(verdict.rules()).containsExactly("停发");
	}

	@Test
	void aPossibleRefusalIsAskedAboutWhereSomethingIsGranted() {
		Shelf shelf = twoGrants().header("wins: HIGHEST")
			.rule("停发", "Applicant( tekun == true )", "benefit.decline(\"特困人员不享受\", \"Not for tekun persons\");")
			.shelf();
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").without("statuses")).needs("statuses");
	}

	@Test
	void aPossibleRefusalIsNotAskedAboutWhereNothingIsGranted() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("amount", "30.00", "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.amount);")
			.rule("停发", "Applicant( tekun == true )", "benefit.decline(\"特困人员不享受\", \"Not for tekun persons\");")
			.shelf();
		shelf.ask(PROGRAM, "2013-07", People.born("1930-01-01").died("2013-01-01").without("statuses")).refuses();
	}

}
