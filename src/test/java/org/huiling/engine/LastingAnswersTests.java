package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

import org.huiling.Samples;
import org.huiling.TestPerson;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stays as it is is not worked out again from month to month, nor before other
 * policies: every month is answered as if it were the only one that is asked for. Over
 * made-up people whose records change, and rules on everything that a month can change.
 */
class LastingAnswersTests {

	private static final int PEOPLE = Samples.of(2_000, 60);

	private static final YearMonth FROM = YearMonth.of(2012, 6);

	private static final int MONTHS = 30;

	/** Conditions that a month, or a day in it, may turn. */
	private static final List<String> TURNING = List.of("ageOnLastDay >= P.age", "ageBeforePeriod >= P.age",
			"alive == true", "year >= P.year", "firstDay >= P.day", "firstDay < P.later", "hukou.since > firstDay",
			"hukou.heldOnFirstDay == true", "hukouInJurisdiction == true", "residenceInJurisdiction == true",
			"residence.fullMonths >= P.months", "onDibao == true", "household.dibao.heldOnFirstDay == true",
			"tekun == true", "lowIncome == true", "severelyIll == true", "poor == true", "careLevel >= P.level",
			"household.perCapitaIncome < P.line", "pension.monthlyAmount < P.line");

	private final Random random = new Random(Samples.seed());

	/** What an answer comes to. */
	private record Essence(String program, String period, @Nullable String claim, Outcome outcome,
			@Nullable BigDecimal amount, List<String> missing, @Nullable String version) {

		static List<Essence> of(List<Assessment> answers) {
			return answers.stream()
				.map((one) -> new Essence(one.program().id(), one.period(), one.claim(), one.outcome(), one.amount(),
						one.missing(), one.version()))
				.toList();
		}

	}

	@Test
	void ofTheShippedPolicies() {
		assertAsIfAlone(ModelDistrict.book(), changed(ModelDistrict.book()));
	}

	@Test
	void ofRulesOnEverythingThatAMonthCanChange() {
		List<CompiledPolicy> versions = new ArrayList<>();
		List<String> factDays = List.of("FIRST_DAY", "LAST_DAY", "APPLICATION_DAY");
		List<Cycle> cycles = List.of(Cycle.YEAR, Cycle.MONTH, Cycle.MONTH, Cycle.ONCE, Cycle.QUARTER, Cycle.MONTH);
		int number = 0;
		for (String factDay : factDays) {
			for (int i = 0; i < TURNING.size(); i++) {
				number++;
				// the first ones exclude each other
				String id = (number == 1) ? "old-age-allowance"
						: (number == 2) ? "living-subsidy" : "program-" + number;
				versions.add(policy(id, number, cycles.get(number % cycles.size()), factDay, TURNING.get(i)));
			}
		}
		versions.add(stacking());
		Shelf shelf = new Shelf(TinyPolicy.JURISDICTION, versions);
		assertAsIfAlone(shelf, changed(shelf));
	}

	private CompiledPolicy policy(String id, int number, Cycle cycle, String factDay, String turning) {
		String other = TURNING.get(this.random.nextInt(TURNING.size()));
		TinyPolicy policy = TinyPolicy.of(id, cycle, number, "2012-01-01")
			.header("wins: HIGHEST")
			.header("factDay: " + factDay)
			.parameter("age", String.valueOf(60 + this.random.nextInt(40)), "years")
			.parameter("months", String.valueOf(this.random.nextInt(700)), "months")
			.parameter("line", "300.00", "CNY")
			.parameter("year", "2013", "year")
			.parameter("day", "2013-05-01", "date")
			.parameter("later", "2013-09-02", "date")
			.parameter("level", "2", "level")
			.parameter("amount", "{2012-01-01: 30.00, 2012-11-01: 31.00, 2013-06-01: 32.00}", "CNY, byDate: true")
			.parameter("more", "40.00", "CNY");
		if (cycle == Cycle.MONTH && number % 2 == 0) {
			policy.header("lateApplication: {withinMonths: 3, then: FROM_APPLICATION_MONTH, basis: 第二条}");
		}
		return policy.rule("甲", "Applicant( " + turning + " )", "benefit.pay(P.amount);")
			.rule("乙", "Applicant( " + turning + ", " + other + " )", "benefit.pay(P.more);")
			.compile();
	}

	private static CompiledPolicy stacking() {
		return TinyPolicy.monthly(Program.STACKING, 900, "2012-01-01")
			.parameter("group", "[old-age-allowance, living-subsidy]", "programs")
			.parameter("kind", "HIGHEST", "stackingKind")
			.rule("甲", "Awards( rivalsAmong(P.group) > 1 )", "benefit.keepOne(P.group, P.kind);")
			.compile();
	}

	/** One of its programs by another version from some day on. */
	private PolicyBook changed(Shelf shelf) {
		List<CompiledPolicy> versions = shelf.versions()
			.stream()
			.filter((one) -> one.program().cycle() == Cycle.MONTH && !one.program().id().equals(Program.STACKING))
			.toList();
		Program program = versions.get(this.random.nextInt(versions.size())).program();
		PolicyFiles files = TinyPolicy.monthly(program.id(), program.order(), "2013-02-01")
			.parameter("amount", "77.00", "CNY")
			.parameter("age", "80", "years")
			.rule("丙", "Applicant( ageOnLastDay >= P.age )", "benefit.pay(P.amount);")
			.files();
		return shelf.with(new PolicyCompiler().compile(files, program, ClassStore.NONE));
	}

	private void assertAsIfAlone(PolicyBook before, PolicyBook after) {
		RandomApplicants people = RandomApplicants.withUnknowns(Samples.seed() + 1);
		int granted = 0;
		for (int i = 0; i < PEOPLE; i++) {
			ApplicantHistory person = history(people);
			AssessmentSession first = new AssessmentSession(before, person);
			granted += assertAsIfAlone(first, before, person);
			granted += assertAsIfAlone(first.before(after), after, person);
		}
		assertThat(granted).as("answers that grant").isPositive();
	}

	private static int assertAsIfAlone(AssessmentSession session, PolicyBook book, ApplicantHistory person) {
		int granted = 0;
		for (int month = 0; month < MONTHS; month++) {
			Period period = Period.of(FROM.plusMonths(month));
			List<Essence> told = Essence.of(session.answers(period, null));
			assertThat(told).as("%s of %s", period, person)
				.isEqualTo(Essence
					.of(new Assessor(book).assess(person, new AssessmentRequest(period, null, null, Explain.NONE))
						.assessments()));
			granted += (int) told.stream().filter((one) -> one.outcome() == Outcome.ELIGIBLE).count();
		}
		return granted;
	}

	/**
	 * Somebody whose record is another one up to three times; who is told again is one
	 * object while it is the same.
	 */
	private ApplicantHistory history(RandomApplicants people) {
		NavigableMap<LocalDate, FactRecord> records = new TreeMap<>();
		TestPerson first = people.next();
		records.put(LocalDate.MIN, first.record());
		for (int i = this.random.nextInt(4); i > 0; i--) {
			LocalDate day = LocalDate.of(2012, 1, 1).plusDays(this.random.nextInt(1100));
			FactRecord record = people.next().record();
			records.put(this.random.nextBoolean() ? day.withDayOfMonth(1) : day,
					record.with("birthDate", first.record().birthDate()));
		}
		return (day) -> records.floorEntry(day).getValue();
	}

}
