package org.huiling.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Months, years and the day of a claim. */
class PeriodTests {

	@ParameterizedTest(name = "{0} runs from {1} through {2}")
	@CsvSource({ "2013-07, 2013-07-01, 2013-07-31", "2012-02, 2012-02-01, 2012-02-29",
			"2013-02, 2013-02-01, 2013-02-28", "2013, 2013-01-01, 2013-12-31", "2012, 2012-01-01, 2012-12-31",
			"2013-Q1, 2013-01-01, 2013-03-31", "2012-Q1, 2012-01-01, 2012-03-31", "2013-Q3, 2013-07-01, 2013-09-30",
			"2013-Q4, 2013-10-01, 2013-12-31" })
	void readsAMonthAQuarterOrAYear(String text, LocalDate first, LocalDate last) {
		Period period = Period.parse(text);
		assertThat(period.firstDay()).isEqualTo(first);
		assertThat(period.lastDay()).isEqualTo(last);
		assertThat(period).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2013-7", "2013-13", "2013-00", "13", "2013-07-01", "2013/07", "２０１３", "2013-07 ",
			"2013-Q0", "2013-Q5", "2013-QQ", "2013--Q1", "2013-Q10", "Q1-2013", "2013Q", "201Q1" })
	void readsNothingElse(String text) {
		assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Period.parse(text));
	}

	@ParameterizedTest(name = "after {0} comes {1}")
	@CsvSource({ "2013-12, 2014-01", "2012-01, 2012-02", "2013, 2014", "2013-Q1, 2013-Q2", "2013-Q4, 2014-Q1" })
	void knowsItsNeighbours(String one, String next) {
		assertThat(Period.parse(one).next()).isEqualTo(Period.parse(next));
		assertThat(Period.parse(next).previous()).isEqualTo(Period.parse(one));
	}

	@Test
	void aQuarterIsReadAsPeopleWriteIt() {
		for (String text : new String[] { "2013-Q3", "2013Q3", "2013-q3", "2013q3" }) {
			assertThat(Period.parse(text)).isEqualTo(Period.quarter(LocalDate.of(2013, 8, 31))).hasToString("2013-Q3");
		}
		assertThat(Period.parse("2013-Q3").months()).extracting(Period::toString)
			.containsExactly("2013-07", "2013-08", "2013-09");
		assertThat(Period.parse("2013").quarters()).hasSize(4).endsWith(Period.parse("2013-Q4"));
		assertThat(Period.parse("2013-09").quarters()).containsExactly(Period.parse("2013-Q3"));
	}

	@Test
	void theDayAfterTheLastOfFebruaryDependsOnTheYear() {
		assertThat(Period.of(LocalDate.of(2012, 2, 28)).next()).hasToString("2012-02-29");
		assertThat(Period.of(LocalDate.of(2013, 2, 28)).next()).hasToString("2013-03-01");
		assertThat(Period.of(LocalDate.of(2013, 3, 1)).previous()).hasToString("2013-02-28");
	}

	@Test
	void aYearHasTwelveMonthsAndAMonthItself() {
		assertThat(Period.parse("2013").months()).hasSize(12)
			.startsWith(Period.parse("2013-01"))
			.endsWith(Period.parse("2013-12"));
		assertThat(Period.parse("2013-07").months()).containsExactly(Period.parse("2013-07"));
		assertThat(Period.of(LocalDate.of(2013, 7, 9)).months()).containsExactly(Period.parse("2013-07"));
	}

	@Test
	void holdsItsFirstAndItsLastDay() {
		Period july = Period.of(YearMonth.of(2013, 7));
		assertThat(july.contains(LocalDate.of(2013, 6, 30))).isFalse();
		assertThat(july.contains(LocalDate.of(2013, 7, 1))).isTrue();
		assertThat(july.contains(LocalDate.of(2013, 7, 31))).isTrue();
		assertThat(july.contains(LocalDate.of(2013, 8, 1))).isFalse();
	}

	@Test
	void knowsItsYear() {
		assertThat(Period.parse("2013-07").year()).isEqualTo(Period.of(Year.of(2013)));
		assertThat(Period.of(LocalDate.of(2014, 1, 1)).year()).isEqualTo(Period.parse("2014"));
	}

	@Test
	void periodsStandInTheOrderOfTheirFirstDays() {
		assertThat(Period.parse("2013-12")).isLessThan(Period.parse("2014-01"));
	}

}
