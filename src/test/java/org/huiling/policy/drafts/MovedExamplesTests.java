package org.huiling.policy.drafts;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Examples of months of the old amount go on into months of the new one. */
class MovedExamplesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

	private static String moved(String file, String first) {
		return new String(MovedExamples.in(file.getBytes(StandardCharsets.UTF_8), LocalDate.parse(first), TODAY),
				StandardCharsets.UTF_8);
	}

	@Test
	void everyDayOfThePersonGoesOnWithTheMonthAndTheRestStays() {
		String file = """
				applicant:
				  hukou: {region: "379901003", since: 1950-01-01}
				examples:
				  # 八十周岁
				  - name: 满八十周岁的当月起发（2013-06-15 生日）𠀀
				    period: 2013-06
				    applicant: {birthDate: 1933-06-15, statuses: [{kind: VETERAN, from: "2010-01-01"}]}
				    expect: {outcome: ELIGIBLE, amount: 100.00}
				  - name: 已经在新月份
				    period: 2015-01
				    applicant: {birthDate: 1933-06-15}
				    expect: {outcome: ELIGIBLE}
				""";
		assertThat(moved(file, "2014-01-01")).isEqualTo(file.replace("period: 2013-06", "period: 2014-06")
			.replace("{birthDate: 1933-06-15, statuses: [{kind: VETERAN, from: \"2010-01-01\"}]}",
					"{birthDate: 1934-06-15, statuses: [{kind: VETERAN, from: \"2011-01-01\"}]}"));
		assertThat(moved(file, "2013-06-01")).as("nothing lies before").isEqualTo(file);
	}

	@Test
	void quartersAndYearsGoOnAndALeapDayMeetsALeapYear() {
		assertThat(
				moved("examples:\n  - {name: a, period: 2013-Q3, applicant: {birthDate: 1933-02-28}}\n", "2015-07-01"))
			.contains("period: 2015-Q3", "1935-02-28");
		assertThat(moved("examples:\n  - {name: a, period: 2013, applicant: {birthDate: 1932-02-29}}\n", "2014-01-01"))
			.contains("period: 2017", "1936-02-29");
	}

	@Test
	void aDeathThatWouldBeStillToComeAndAFileThatCannotBeReadStay() {
		String death = "examples:\n  - {name: a, period: 2025-06, applicant: {birthDate: 1933-06-15, deathDate: 2025-12-01}}\n";
		assertThat(moved(death, "2027-01-01")).isEqualTo(death);
		assertThat(moved(death, "2026-01-01")).as("in a day").isEqualTo(death);
		assertThat(moved("examples: [", "2027-01-01")).isEqualTo("examples: [");
		assertThat(moved("", "2027-01-01")).isEmpty();
		assertThat(moved("examples:\n  - {name: a, period: x, applicant: {birthDate: 1933-13-15}}\n", "2027-01-01"))
			.contains("1933-13-15");
	}

	@Test
	void nobodyIsBornAfterADayThatAllHaveInCommon() {
		String file = "applicant: {hukou: {since: 1950-01-01}}\nexamples:\n  - {name: a, period: 2013-06, applicant: {birthDate: 1945-06-15}}\n";
		assertThat(moved(file, "2015-01-01")).contains("2015-06", "1947-06-15");
		assertThat(moved(file, "2025-01-01")).isEqualTo(file);
	}

}
