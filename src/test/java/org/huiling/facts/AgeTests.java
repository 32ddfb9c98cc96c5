package org.huiling.facts;

import java.time.LocalDate;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.facts.words.CoreWords;
import org.huiling.facts.words.PersonFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Completed years on the days that policies name. */
class AgeTests {

	@ParameterizedTest(name = "born {0}: in {1} {2} on the last day, {3} before the month")
	@CsvSource({ "1933-06-15, 2013-05, 79, 79", "1933-06-15, 2013-06, 80, 79", "1933-06-15, 2013-07, 80, 80",
			"1933-06-30, 2013-06, 80, 79", "1933-07-01, 2013-06, 79, 79", "1933-07-01, 2013-07, 80, 79",
			"1933-07-01, 2013-08, 80, 80", "1933-12-31, 2013-11, 79, 79", "1933-12-31, 2013-12, 80, 79" })
	void isCompletedOnTheBirthday(LocalDate birth, String month, int onLastDay, int before) {
		PersonFacts applicant = applicant(birth, null, Period.parse(month));
		assertThat(CoreWords.ageOnLastDay(applicant)).isEqualTo(onLastDay);
		assertThat(CoreWords.ageBeforePeriod(applicant)).isEqualTo(before);
	}

	@ParameterizedTest(name = "born on 29 February 1924: {1} on {0}")
	@CsvSource({ "2013-02-27, 88", "2013-02-28, 89", "2013-03-01, 89", "2014-02-27, 89", "2014-02-28, 90",
			"2012-02-28, 87", "2012-02-29, 88", "2016-02-28, 91", "2016-02-29, 92", "2000-02-28, 75", "2000-02-29, 76",
			"2100-02-27, 175", "2100-02-28, 176" })
	void aLeapDayBirthdayIsCompletedOnTheLastOfFebruary(LocalDate day, int age) {
		assertThat(CoreWords.ageOnClaimDate(applicant(LocalDate.of(1924, 2, 29), null, Period.of(day)))).isEqualTo(age);
	}

	@Test
	void theClaimsDayIsTheDayOfAge() {
		LocalDate birth = LocalDate.of(1943, 8, 20);
		assertThat(CoreWords.ageOnClaimDate(applicant(birth, null, Period.of(LocalDate.of(2013, 8, 19)))))
			.isEqualTo(69);
		assertThat(CoreWords.ageOnClaimDate(applicant(birth, null, Period.of(LocalDate.of(2013, 8, 20)))))
			.isEqualTo(70);
	}

	@Test
	void aYearHasBothAgesToo() {
		PersonFacts applicant = applicant(LocalDate.of(1933, 12, 31), null, Period.parse("2013"));
		assertThat(CoreWords.ageOnLastDay(applicant)).isEqualTo(80);
		assertThat(CoreWords.ageBeforePeriod(applicant)).isEqualTo(79);
		PersonFacts first = applicant(LocalDate.of(1933, 1, 1), null, Period.parse("2013"));
		assertThat(CoreWords.ageBeforePeriod(first)).isEqualTo(79);
	}

	@Test
	void nobodyAgesAfterDeath() {
		LocalDate birth = LocalDate.of(1933, 7, 20);
		LocalDate before = LocalDate.of(2013, 7, 5);
		assertThat(CoreWords.ageOnLastDay(applicant(birth, before, Period.parse("2013-07")))).isEqualTo(79);
		assertThat(CoreWords.ageOnLastDay(applicant(birth, before, Period.parse("2020-07")))).isEqualTo(79);
		LocalDate after = LocalDate.of(2013, 7, 25);
		assertThat(CoreWords.ageOnLastDay(applicant(birth, after, Period.parse("2013-07")))).isEqualTo(80);
		assertThat(CoreWords.ageOnLastDay(applicant(birth, birth.plusYears(80), Period.parse("2013-07"))))
			.isEqualTo(80);
	}

	@Test
	void theMonthOfDeathIsLivedAndNoneAfter() {
		LocalDate birth = LocalDate.of(1930, 1, 1);
		assertThat(CoreWords.alive(applicant(birth, LocalDate.of(2013, 7, 31), Period.parse("2013-07")))).isTrue();
		assertThat(CoreWords.alive(applicant(birth, LocalDate.of(2013, 7, 31), Period.parse("2013-08")))).isFalse();
		assertThat(CoreWords.alive(applicant(birth, LocalDate.of(2013, 8, 1), Period.parse("2013-08")))).isTrue();
		assertThat(CoreWords.alive(applicant(birth, null, Period.parse("2013-08")))).isTrue();
		assertThat(CoreWords.alive(applicant(birth, LocalDate.of(2013, 1, 1), Period.parse("2013")))).isTrue();
		assertThat(CoreWords.alive(applicant(birth, LocalDate.of(2012, 12, 31), Period.parse("2013")))).isFalse();
	}

	@Test
	void theOldestHaveNoBoundAndTheUnbornNoNegativeAge() {
		assertThat(CoreWords.ageOnLastDay(applicant(LocalDate.of(1899, 3, 1), null, Period.parse("2013-05"))))
			.isEqualTo(114);
		assertThat(CoreWords.ageOnLastDay(applicant(LocalDate.of(2014, 3, 1), null, Period.parse("2013-05")))).isZero();
	}

	private static PersonFacts applicant(LocalDate birth, @Nullable LocalDate death, Period period) {
		TestPerson person = TestPerson.born(birth).with("deathDate", death);
		return new PersonFacts(TestFacts.WORDS, person.record(), "379901", period, null);
	}

}
