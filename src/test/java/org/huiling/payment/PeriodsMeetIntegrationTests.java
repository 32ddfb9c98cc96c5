package org.huiling.payment;

import org.huiling.HuilingTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a month, a quarter or a year has a month in common with another one. */
@HuilingTest
class PeriodsMeetIntegrationTests {

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "2026-07, 2026-07, true", "2026-07, 2026-08, false", "2026-Q3, 2026-07, true",
			"2026-Q3, 2026-09, true", "2026-Q3, 2026-10, false", "2026-Q3, 2026-06, false", "2026-Q3, 2026-Q3, true",
			"2026-Q3, 2026-Q4, false", "2026, 2026-01, true", "2026, 2026-12, true", "2026, 2025-12, false",
			"2026, 2027-01, false", "2026, 2026-Q1, true", "2026, 2026-Q4, true", "2026, 2025-Q4, false",
			"2026, 2026, true", "2026, 2025, false" })
	void aMonthInCommonIsEnough(String one, String other, boolean meet) {
		for (String[] pair : new String[][] { { one, other }, { other, one } }) {
			assertThat(
					this.jdbc.sql("select periods_meet(?, ?)").params(pair[0], pair[1]).query(Boolean.class).single())
				.isEqualTo(meet);
		}
	}

}
