package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.huiling.engine.comparison.VersionComparison;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Period;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.People.born;

/** On which day of a period, or for it, a version reads a person's record. */
class FactDayTests {

	private static final String PROGRAM = "old-age-allowance";

	private static final People PERSON = born("1930-01-01").pension("100.00");

	/** Pays what the pension falls short of 300 yuan. */
	private static TinyPolicy shortfall(TinyPolicy policy, String factDay) {
		return policy.header("factDay: " + factDay)
			.parameter("line", "300.00", "CNY")
			.rule("甲", "Applicant( alive == true, $p : pension.monthlyAmount, $p < P.line )",
					"benefit.pay(P.line.minus($p));");
	}

	private static Shelf monthly(String factDay) {
		return shortfall(TinyPolicy.monthly(), factDay).shelf();
	}

	private static ApplicantHistory changing(People before, String day, String pension) {
		return before.until(day, before.pension(pension));
	}

	@ParameterizedTest
	@CsvSource({ "FIRST_DAY, 2013-07-01, 150.00", "FIRST_DAY, 2013-07-02, 200.00", "LAST_DAY, 2013-07-15, 150.00",
			"LAST_DAY, 2013-07-31, 150.00", "LAST_DAY, 2013-08-01, 200.00" })
	void aChangeWithinTheMonthCountsFromItsFactDayOn(String factDay, String change, String amount) {
		monthly(factDay).ask(PROGRAM, "2013-07", changing(PERSON, change, "150.00")).pays(amount);
	}

	@ParameterizedTest
	@CsvSource({ "QUARTER, 2013-Q3, 2013-09-30, 150.00", "QUARTER, 2013-Q3, 2013-10-01, 200.00",
			"YEAR, 2013, 2013-12-31, 150.00", "YEAR, 2013, 2014-01-01, 200.00" })
	void quartersAndYearsHaveALastDayToo(Cycle cycle, String period, String change, String amount) {
		shortfall(TinyPolicy.of("grant", cycle, 20, "2013-01-01"), "LAST_DAY").shelf()
			.ask("grant", period, changing(PERSON, change, "150.00"))
			.pays(amount);
	}

	/** The last one up to the month's end, else the first one after it. */
	@ParameterizedTest
	@CsvSource({ "2013-03-10, 2013-07, 200.00", "2013-05-02, 2013-07, 150.00", "2013-05-02, 2013-02, 150.00",
			"2013-07-31, 2013-07, 120.00", "2013-08-01, 2013-07, 120.00" })
	void theFactsAreThoseOfTheApplication(String application, String month, String amount) {
		ApplicantHistory history = (day) -> PERSON.applied(PROGRAM, application)
			.pension(day.isBefore(LocalDate.of(2013, 5, 1)) ? "100.00"
					: day.isBefore(LocalDate.of(2013, 7, 15)) ? "150.00" : "180.00")
			.person()
			.on(day);
		Assessment answer = monthly("APPLICATION_DAY").ask(PROGRAM, month, history).pays(amount).answer();
		assertThat(answer.assumptions()).extracting(Note::code).containsExactly("FACT_DAY");
		assertThat(answer.assumptions().get(0).message().en()).contains(application);
		assertThat(answer.why().get(0).values()).containsEntry("factDay", application);
	}

	@Test
	void ofSeveralApplicationsTheLastUpToTheMonthCounts() {
		People applied = PERSON.applied(PROGRAM, "2013-01-10")
			.applied(PROGRAM, "2013-06-10")
			.applied("living-subsidy", "2013-06-30");
		ApplicantHistory history = changing(applied, "2013-06-01", "150.00");
		Shelf shelf = monthly("APPLICATION_DAY");
		shelf.ask(PROGRAM, "2013-05", history).pays("200.00");
		shelf.ask(PROGRAM, "2013-06", history).pays("150.00");
		Assessment answer = shelf.ask(PROGRAM, "2013-05", history).answer();
		assertThat(answer.next().period()).isEqualTo("2013-06");
		assertThat(answer.next().amount()).isEqualByComparingTo("150.00");
	}

	@Test
	void anUnknownDayOfApplicationIsAskedFor() {
		People applied = PERSON.applied(PROGRAM, null);
		monthly("APPLICATION_DAY").ask(PROGRAM, "2013-07", applied).needs("applications[].date");
		// also where what holds on the first day grants nothing
		monthly("APPLICATION_DAY").ask(PROGRAM, "2013-07", applied.pension("300.00")).needs("applications[].date");
		monthly("APPLICATION_DAY").ask(PROGRAM, "2013-07", applied.applied(PROGRAM, "2013-01-01"))
			.needs("applications[].date");
	}

	@Test
	void withoutAnApplicationTheFirstDayStandsForItAndTheAnswerSaysSo() {
		Assessment answer = monthly("APPLICATION_DAY").ask(PROGRAM, "2013-07", changing(PERSON, "2013-07-02", "150.00"))
			.pays("200.00")
			.answer();
		assertThat(answer.assumptions()).extracting(Note::code).containsExactly("APPLIED_IN_TIME");
		assertThat(answer.assumptions().get(0).message().en()).contains("2013-07-01");
		Assessment refused = monthly("APPLICATION_DAY").ask(PROGRAM, "2013-07", PERSON.pension("300.00"))
			.refuses()
			.answer();
		assertThat(refused.assumptions()).extracting(Note::code).containsExactly("APPLIED_IN_TIME");
	}

	/** Lived when they applied: paid to the month of death, and no further. */
	@Test
	void nobodyIsPaidOnBecauseTheyLivedWhenTheyApplied() {
		People applied = PERSON.applied(PROGRAM, "2013-01-10");
		ApplicantHistory history = applied.until("2013-07-20", applied.died("2013-07-20"));
		Shelf shelf = monthly("APPLICATION_DAY");
		shelf.ask(PROGRAM, "2013-07", history).pays("200.00");
		shelf.ask(PROGRAM, "2013-08", history).refuses();
		Shelf last = monthly("LAST_DAY");
		last.ask(PROGRAM, "2013-07", history).pays("200.00");
		last.ask(PROGRAM, "2013-08", history).refuses();
	}

	@Test
	void agesAreOfThePeriodOnWhateverDayItIsRead() {
		for (String factDay : List.of("FIRST_DAY", "LAST_DAY", "APPLICATION_DAY")) {
			Shelf shelf = TinyPolicy.monthly()
				.header("factDay: " + factDay)
				.parameter("age", "80", "years")
				.parameter("amount", "10.00", "CNY")
				.parameter("start", "2013-07-01", "date")
				.parameter("year", "2013", "year")
				.rule("甲",
						"Applicant( ageOnLastDay >= P.age, ageBeforePeriod < P.age, firstDay == P.start, year == P.year )",
						"benefit.pay(P.amount);")
				.shelf();
			shelf.ask(PROGRAM, "2013-07", born("1933-07-31").applied(PROGRAM, "2012-03-01")).pays("10.00");
			shelf.ask(PROGRAM, "2013-07", born("1933-08-01").applied(PROGRAM, "2012-03-01")).refuses();
		}
	}

	@ParameterizedTest
	@CsvSource({ "FIRST_DAY, 2013-06-30, false", "FIRST_DAY, 2013-07-01, true", "LAST_DAY, 2013-07-30, false",
			"LAST_DAY, 2013-07-31, true", "APPLICATION_DAY, 2013-05-09, false", "APPLICATION_DAY, 2013-05-10, true" })
	void aStatusMustHoldOnTheFactDay(String factDay, String lastDay, boolean pays) {
		Shelf shelf = holding(factDay, "tekun == true");
		People person = PERSON.applied(PROGRAM, "2013-05-10").holding("TEKUN", "2010-01-01", lastDay);
		assertThat(shelf.ask(PROGRAM, "2013-07", person).answer().outcome())
			.isEqualTo(pays ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE);
	}

	@ParameterizedTest
	@CsvSource({ "FIRST_DAY, 2013-07-01, true", "FIRST_DAY, 2013-07-02, false", "LAST_DAY, 2013-07-31, true",
			"LAST_DAY, 2013-08-01, false", "APPLICATION_DAY, 2013-05-10, true", "APPLICATION_DAY, 2013-05-11, false" })
	void whatIsHeldFromADayMustHaveBegunOnTheFactDay(String factDay, String since, boolean pays) {
		for (String condition : List.of("hukouInJurisdiction == true", "hukou.heldOnFirstDay == true")) {
			People person = PERSON.applied(PROGRAM, "2013-05-10").with("hukou.since", since);
			assertThat(holding(factDay, condition).ask(PROGRAM, "2013-07", person).answer().outcome()).as(condition)
				.isEqualTo(pays ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE);
		}
		People onDibao = PERSON.applied(PROGRAM, "2013-05-10")
			.with("household.dibao", Map.of("type", "URBAN", "since", since));
		assertThat(holding(factDay, "onDibao == true").ask(PROGRAM, "2013-07", onDibao).answer().outcome())
			.isEqualTo(pays ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE);
	}

	private static Shelf holding(String factDay, String condition) {
		return TinyPolicy.monthly()
			.header("factDay: " + factDay)
			.parameter("amount", "10.00", "CNY")
			.rule("甲", "Applicant( alive == true, " + condition + " )", "benefit.pay(P.amount);")
			.shelf();
	}

	@ParameterizedTest
	@CsvSource({ "FIRST_DAY, 2013-01-01, true", "FIRST_DAY, 2013-01-02, false", "LAST_DAY, 2013-01-31, true",
			"LAST_DAY, 2013-02-01, false" })
	void monthsOfResidenceAreCountedToTheFactDay(String factDay, String since, boolean pays) {
		Shelf shelf = TinyPolicy.monthly()
			.header("factDay: " + factDay)
			.parameter("months", "6", "months")
			.parameter("amount", "10.00", "CNY")
			.rule("甲", "Applicant( residence.fullMonths >= P.months )", "benefit.pay(P.amount);")
			.shelf();
		assertThat(shelf.ask(PROGRAM, "2013-07", PERSON.with("residence.since", since)).answer().outcome())
			.isEqualTo(pays ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE);
	}

	/** What begins within the month, unknown on which day, may have begun on the last. */
	@Test
	void anUnknownStartIsSupposedOnTheFactDay() {
		Assessment answer = holding("LAST_DAY", "hukouInJurisdiction == true")
			.ask(PROGRAM, "2013-07", PERSON.with("hukou.since", null))
			.pays("10.00")
			.answer();
		assertThat(answer.assumptions()).extracting(Note::code).containsExactly("FACT_DAY", "STARTED_BEFORE");
	}

	private static TinyPolicy indexed(String factDay) {
		return TinyPolicy.monthly()
			.header("factDay: " + factDay)
			.parameter("base", "{2013-01-01: 100.00, 2013-04-15: 110.00}", "CNY, byDate: true")
			.parameter("line", "{2013-01-01: 400.00, 2013-04-30: 500.00}", "CNY, byDate: true")
			.rule("甲", "Applicant( alive == true, pension.monthlyAmount < P.line )", "benefit.pay(P.base);");
	}

	@ParameterizedTest
	@CsvSource({ "FIRST_DAY, 2013-04, 100.00", "FIRST_DAY, 2013-05, 110.00", "LAST_DAY, 2013-03, 100.00",
			"LAST_DAY, 2013-04, 110.00", "APPLICATION_DAY, 2013-04, 100.00", "APPLICATION_DAY, 2014-04, 100.00" })
	void aValueByDateIsTheFactDays(String factDay, String month, String amount) {
		indexed(factDay).shelf().ask(PROGRAM, month, PERSON.applied(PROGRAM, "2013-02-01")).pays(amount);
	}

	@Test
	void theNextChangeIsTheMonthWhoseLastDayHasTheNewValue() {
		NextChange next = indexed("LAST_DAY").shelf().ask(PROGRAM, "2013-03", PERSON).answer().next();
		assertThat(next.period()).isEqualTo("2013-04");
		assertThat(next.because()).isEqualTo("INDEXATION 2013-04-30");
	}

	@Test
	void theNextChangeIsTheMonthInWhichAStatusEnds() {
		NextChange next = holding("LAST_DAY", "tekun == true")
			.ask(PROGRAM, "2013-07", PERSON.holding("TEKUN", "2010-01-01", "2013-09-29"))
			.answer()
			.next();
		assertThat(next.period()).isEqualTo("2013-09");
		assertThat(next.because()).isEqualTo("STATUS TEKUN");
	}

	@Test
	void claimsHaveTheirOwnDay() {
		TinyPolicy policy = TinyPolicy.claims()
			.header("factDay: EVENT_DAY")
			.parameter("line", "300.00", "CNY")
			.rule("甲", "Applicant( pension.monthlyAmount < P.line ) $c : Claim( kind == ClaimKind.OUTPATIENT )",
					"benefit.pay($c.getEligibleCost());");
		People person = PERSON.visit("c1", "2013-05-14", "COUNTY", "10.00")
			.visit("c2", "2013-05-15", "COUNTY", "20.00");
		ApplicantHistory history = changing(person, "2013-05-15", "300.00");
		policy.shelf().claim("medical-reimbursement", "c1", "2013", history).pays("10.00");
		policy.shelf().claim("medical-reimbursement", "c2", "2013", history).refuses();
	}

	/**
	 * A choice made within the month counts where the exclusion is read on its last day.
	 */
	@ParameterizedTest
	@CsvSource({ "FIRST_DAY, 2013-07-15, false", "LAST_DAY, 2013-07-15, true", "LAST_DAY, 2013-08-01, false" })
	void choicesAreThoseOfTheExclusionsDay(String factDay, String chosen, boolean counts) {
		TinyPolicy exclusive = TinyPolicy.monthly(Program.STACKING, 90, "2013-01-01")
			.header("factDay: " + factDay)
			.parameter("group", "[old-age-allowance, living-subsidy]", "programs")
			.parameter("kind", "CHOOSE_ONE", "stackingKind")
			.rule("择一", "Awards( )", "benefit.keepOne(P.group, P.kind);");
		TinyPolicy small = TinyPolicy.monthly("living-subsidy", 30, "2013-01-01")
			.parameter("amount", "10.00", "CNY")
			.rule("乙", "Applicant( alive == true )", "benefit.pay(P.amount);");
		Shelf shelf = new Shelf(TinyPolicy.JURISDICTION,
				List.of(shortfall(TinyPolicy.monthly(), "FIRST_DAY").compile(), small.compile(), exclusive.compile()));
		People choosing = PERSON.choosing("living-subsidy", chosen);
		Verdict verdict = shelf.ask(PROGRAM, "2013-07", PERSON.until(chosen, choosing));
		assertThat(verdict.answer().outcome()).isEqualTo(counts ? Outcome.WITHHELD : Outcome.ELIGIBLE);
	}

	/** Another's award is that of the last month of a quarter that is read on its end. */
	@ParameterizedTest
	@CsvSource({ "FIRST_DAY, 100.00", "LAST_DAY, 50.00" })
	void anotherAwardIsOfTheMonthOfTheFactDay(String factDay, String amount) {
		TinyPolicy quarterly = TinyPolicy.of("quarterly", Cycle.QUARTER, 20, "2013-01-01")
			.header("factDay: " + factDay)
			.header("uses: {programs: [old-age-allowance], basis: 一}")
			.parameter("line", "300.00", "CNY")
			.rule("丙", "Applicant( $a : award(\"old-age-allowance\"), $a < P.line )", "benefit.pay(P.line.minus($a));");
		Shelf shelf = new Shelf(TinyPolicy.JURISDICTION,
				List.of(shortfall(TinyPolicy.monthly(), "FIRST_DAY").compile(), quarterly.compile()));
		shelf.ask("quarterly", "2013-Q3", changing(PERSON, "2013-09-01", "50.00")).pays(amount);
	}

	/** Plan, walk and session read what holds from day to day on the same day. */
	@Test
	void planWalkAndSessionReadTheSameDay() {
		CompiledPolicy policy = indexed("LAST_DAY")
			.rule("乙", "Applicant( tekun == true, hukouInJurisdiction == true )", "benefit.decline(\"不发\", \"none\");")
			.compile();
		Period april = Period.parse("2013-04");
		for (LocalDate day : List.of(april.firstDay(), LocalDate.of(2013, 4, 15), april.lastDay())) {
			for (String from : List.of("2013-04-01", "2013-04-15", "2013-04-30")) {
				PersonFacts person = new PersonFacts(policy.words(),
						PERSON.pension("450.00").holding("TEKUN", from, "2013-04-29").person().record(), "379901",
						april, day, null, null);
				FactSet facts = new FactSet(person, null, null, null);
				List<String> walked = holding(policy.rules().walk().evaluate(facts));
				assertThat(holding(policy.rules().plan().evaluate(facts))).isEqualTo(walked);
				assertThat(holding(policy.rules().session().evaluate(facts))).isEqualTo(walked);
				assertThat(walked.toString().contains("甲")).isEqualTo(day.equals(april.lastDay()));
			}
		}
	}

	private static List<String> holding(List<RuleResult> results) {
		return results.stream()
			.filter((one) -> one.truth() == Truth.HOLDS)
			.map((one) -> one.rule().name().zh() + one.grants())
			.toList();
	}

	/** Whoever moved in within the month is shown beside a draft. */
	@Test
	void aComparisonShowsWhomTheOtherDayConcerns() {
		CompiledPolicy first = ofHukou("FIRST_DAY");
		CompiledPolicy last = ofHukou("LAST_DAY");
		VersionComparison.Behaviour behaviour = VersionComparison.answers(first, last, List.of(),
				new Shelf(TinyPolicy.JURISDICTION, List.of(first)));
		assertThat(behaviour.changed()).anySatisfy((one) -> {
			assertThat(one.before().outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
			assertThat(one.after().outcome()).isEqualTo(Outcome.ELIGIBLE);
		});
		assertThat(VersionComparison
			.answers(first, ofHukou("FIRST_DAY"), List.of(), new Shelf(TinyPolicy.JURISDICTION, List.of(first)))
			.differing()).isZero();
	}

	private static CompiledPolicy ofHukou(String factDay) {
		return TinyPolicy.monthly()
			.header("factDay: " + factDay)
			.parameter("amount", "10.00", "CNY")
			.rule("甲", "Applicant( hukouInJurisdiction == true, alive == true )", "benefit.pay(P.amount);")
			.compile();
	}

	@Test
	void nothingIsSaidOfTheFirstDay() {
		for (String header : List.of("wins: HIGHEST", "factDay: FIRST_DAY")) {
			Assessment answer = TinyPolicy.monthly()
				.header(header)
				.parameter("amount", "10.00", "CNY")
				.rule("甲", "Applicant( alive == true )", "benefit.pay(P.amount);")
				.shelf()
				.ask(PROGRAM, "2013-07", PERSON)
				.pays("10.00")
				.answer();
			assertThat(answer.assumptions()).isEmpty();
			assertThat(answer.why().get(0).values()).doesNotContainKey("factDay");
		}
	}

	@Test
	void whatIsNoSuchDayIsRefusedAtItsLine() {
		assertThat(TinyPolicy.monthly()
			.header("factDay: MIDDLE_DAY")
			.parameter("amount", "10.00", "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.amount);")
			.problems()).anySatisfy((problem) -> {
				assertThat(problem.code()).isEqualTo("WRONG_VALUE");
				assertThat(problem.line()).isEqualTo(4);
			});
	}

}
