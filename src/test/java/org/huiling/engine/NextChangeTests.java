package org.huiling.engine;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The next period within 24 months in which the answer changes, and because of what. */
class NextChangeTests {

	private static final String PROGRAM = "old-age-allowance";

	private static final String RIVAL = "living-subsidy";

	private static TinyPolicy bands(String version, String amount) {
		return TinyPolicy.monthly(PROGRAM, 10, version)
			.parameter("eighty", "80", "years")
			.parameter("amount", amount, "CNY")
			.rule("八十", "Applicant( ageOnLastDay >= P.eighty, alive == true )", "benefit.pay(P.amount);");
	}

	private static TinyPolicy paying(String condition) {
		return TinyPolicy.monthly().parameter("amount", "30.00", "CNY").rule("甲", condition, "benefit.pay(P.amount);");
	}

	private static Shelf shelf(TinyPolicy... policies) {
		return new Shelf(TinyPolicy.JURISDICTION, List.of(policies).stream().map(TinyPolicy::compile).toList());
	}

	private static NextChange next(Shelf shelf, String period, People person) {
		return shelf.ask(PROGRAM, period, person).answer().next();
	}

	@Test
	void aBirthday() {
		NextChange next = next(shelf(bands("2013-01-01", "100.00")), "2013-01", People.born("1933-06-15"));
		assertThat(next)
			.isEqualTo(new NextChange("2013-06", Outcome.ELIGIBLE, new BigDecimal("100.00"), List.of(), "AGE 80"));
	}

	@Test
	void aBirthdayInTwentyFourMonthsButNotInTwentyFive() {
		Shelf shelf = shelf(bands("2012-01-01", "100.00"));
		assertThat(next(shelf, "2012-01", People.born("1934-01-31")).period()).isEqualTo("2014-01");
		assertThat(next(shelf, "2012-01", People.born("1934-02-01"))).isNull();
	}

	/**
	 * On the birthday a version comes that pays from 75 on: it would have paid that the
	 * month before, and without it another amount would be paid.
	 */
	@Test
	void aVersionThatWouldHaveAnsweredSoTheMonthBefore() {
		TinyPolicy earlier = TinyPolicy.monthly(PROGRAM, 10, "2013-07-01")
			.parameter("seventyFive", "75", "years")
			.parameter("amount", "120.00", "CNY")
			.rule("七十五", "Applicant( ageOnLastDay >= P.seventyFive, alive == true )", "benefit.pay(P.amount);");
		Shelf shelf = shelf(bands("2013-01-01", "100.00"), earlier);
		assertThat(next(shelf, "2013-06", People.born("1933-07-15")).because()).isEqualTo("VERSION 2013-07-01");
		assertThat(next(shelf, "2013-06", People.born("1938-07-15")).because()).isEqualTo("VERSION 2013-07-01");
		assertThat(next(shelf(bands("2013-01-01", "100.00"), bands("2013-07-01", "120.00")), "2013-06",
				People.born("1933-07-15"))
			.because()).isEqualTo("AGE 80");
	}

	@Test
	void theEndOfAStatus() {
		People person = People.born("1950-01-01").holding("TEKUN", "2010-01-01", "2013-06-30");
		NextChange next = next(shelf(paying("Applicant( tekun == true )")), "2013-03", person);
		assertThat(next.period()).isEqualTo("2013-07");
		assertThat(next.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
		assertThat(next.amount()).isEqualTo("0.00");
		assertThat(next.because()).isEqualTo("STATUS TEKUN");
	}

	@Test
	void theEndOfDibao() {
		People person = People.born("1950-01-01").on("RURAL").with("household.dibao.to", "2013-06-30");
		NextChange next = next(shelf(paying("Applicant( onDibao == true )")), "2013-03", person);
		assertThat(next.period()).isEqualTo("2013-07");
		assertThat(next.because()).isEqualTo("DIBAO");
	}

	@Test
	void aDibaoThatBegins() {
		People person = People.born("1950-01-01").on("RURAL").with("household.dibao.since", "2013-07-15");
		NextChange next = next(shelf(paying("Applicant( onDibao == true, household.dibao.heldOnFirstDay == true )")),
				"2013-07", person);
		assertThat(next.period()).isEqualTo("2013-08");
		assertThat(next.outcome()).isEqualTo(Outcome.ELIGIBLE);
		assertThat(next.because()).isEqualTo("DIBAO");
	}

	@Test
	void aRecordedDeath() {
		NextChange next = next(shelf(bands("2013-01-01", "100.00")), "2013-07",
				People.born("1930-01-01").died("2013-07-20"));
		assertThat(next)
			.isEqualTo(new NextChange("2013-08", Outcome.NOT_ELIGIBLE, new BigDecimal("0.00"), List.of(), "DEATH"));
	}

	@Test
	void howFarBackAnApplicationReaches() {
		Shelf shelf = shelf(bands("2013-01-01", "100.00")
			.header("lateApplication: {withinMonths: 6, then: FROM_APPLICATION_MONTH, basis: 一}"));
		NextChange next = next(shelf, "2013-02", People.born("1930-01-01").applied(PROGRAM, "2013-12-05"));
		assertThat(next)
			.isEqualTo(new NextChange("2013-12", Outcome.ELIGIBLE, new BigDecimal("100.00"), List.of(), "APPLICATION"));
	}

	@Test
	void aPublishedFutureVersion() {
		Shelf shelf = shelf(bands("2013-01-01", "100.00"), bands("2014-01-01", "120.00"));
		NextChange next = next(shelf, "2013-07", People.born("1930-01-01"));
		assertThat(next).isEqualTo(
				new NextChange("2014-01", Outcome.ELIGIBLE, new BigDecimal("120.00"), List.of(), "VERSION 2014-01-01"));
	}

	@Test
	void aVersionThatChangesNothingForThisPersonIsPassedOver() {
		Shelf shelf = shelf(bands("2013-01-01", "100.00"), bands("2013-07-01", "100.00"),
				bands("2014-01-01", "120.00"));
		assertThat(next(shelf, "2013-01", People.born("1930-01-01")).period()).isEqualTo("2014-01");
	}

	@Test
	void theEndOfTheLastVersion() {
		Shelf shelf = shelf(bands("2013-01-01", "100.00").header("effectiveTo: 2013-06-30"));
		NextChange next = next(shelf, "2013-03", People.born("1930-01-01"));
		assertThat(next.period()).isEqualTo("2013-07");
		assertThat(next.because()).isEqualTo("NO_POLICY_IN_FORCE");
	}

	@Test
	void theFirstVersion() {
		NextChange next = next(shelf(bands("2013-01-01", "100.00")), "2012-10", People.born("1930-01-01"));
		assertThat(next.period()).isEqualTo("2013-01");
		assertThat(next.because()).isEqualTo("VERSION 2013-01-01");
	}

	@Test
	void aBirthdayInTheMonthOfANewVersionIsTheBirthdays() {
		Shelf shelf = shelf(bands("2013-01-01", "100.00"), bands("2014-01-01", "100.00"));
		assertThat(next(shelf, "2013-12", People.born("1934-01-10")).because()).isEqualTo("AGE 80");
	}

	@Test
	void anOutcomeThatBecomesUnknown() {
		Shelf shelf = shelf(bands("2013-01-01", "100.00"),
				TinyPolicy.monthly(PROGRAM, 10, "2014-01-01")
					.parameter("amount", "120.00", "CNY")
					.rule("甲", "Applicant( tekun == false )", "benefit.pay(P.amount);"));
		NextChange next = next(shelf, "2013-07", People.born("1930-01-01").without("statuses"));
		assertThat(next).isEqualTo(
				new NextChange("2014-01", Outcome.NEEDS_INFORMATION, null, List.of("statuses"), "VERSION 2014-01-01"));
	}

	@Test
	void aRivalThatBecomesBetter() {
		Shelf shelf = shelf(bands("2013-01-01", "100.00"), rival(), stacking("2013-01-01"));
		NextChange next = shelf.ask(RIVAL, "2013-01", People.born("1933-06-15")).answer().next();
		assertThat(next.period()).isEqualTo("2013-06");
		assertThat(next.outcome()).isEqualTo(Outcome.WITHHELD);
		assertThat(next.amount()).isEqualTo("50.00");
		assertThat(next.because()).isEqualTo("STACKING " + PROGRAM);
	}

	@Test
	void aStackingVersionThatBegins() {
		Shelf shelf = shelf(bands("2013-01-01", "100.00"), rival(), stacking("2013-07-01"));
		NextChange next = shelf.ask(RIVAL, "2013-01", People.born("1930-01-01")).answer().next();
		assertThat(next.period()).isEqualTo("2013-07");
		assertThat(next.outcome()).isEqualTo(Outcome.WITHHELD);
		assertThat(next.because()).isEqualTo("STACKING VERSION 2013-07-01");
	}

	private static TinyPolicy rival() {
		return TinyPolicy.monthly(RIVAL, 30, "2013-01-01")
			.parameter("amount", "50.00", "CNY")
			.rule("乙", "Applicant( alive == true )", "benefit.pay(P.amount);");
	}

	private static TinyPolicy stacking(String version) {
		return TinyPolicy.monthly(Program.STACKING, 90, version)
			.parameter("group", "[" + PROGRAM + ", " + RIVAL + "]", "programs")
			.parameter("kind", "HIGHEST", "stackingKind")
			.parameter("several", "2", "count")
			.rule("就高", "Awards( rivalsAmong(P.group) >= P.several )", "benefit.keepOne(P.group, P.kind);");
	}

	@Test
	void aYearlyProgramLooksTwoYearsAhead() {
		Shelf shelf = TinyPolicy.yearly()
			.parameter("eighty", "80", "years")
			.parameter("fee", "70.00", "CNY")
			.rule("免缴", "Applicant( ageOnLastDay >= P.eighty )", "benefit.waive(P.fee);")
			.shelf();
		NextChange next = shelf.ask("contribution-waiver", "2013", People.born("1935-06-15")).answer().next();
		assertThat(next)
			.isEqualTo(new NextChange("2015", Outcome.ELIGIBLE, new BigDecimal("70.00"), List.of(), "AGE 80"));
		assertThat(shelf.ask("contribution-waiver", "2013", People.born("1936-06-15")).answer().next()).isNull();
	}

}
