package org.huiling.payment;

import java.util.Arrays;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a month, a quarter or a year has a month in common with another one. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
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

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "2026-03, ONCE, 2026-09, ONCE, true", "2026-03, ONCE, 2026-03, -, true",
			"2026-03, ONCE, 2026-04, -, false", "2026-03, ONCE, 2026, -, true", "2026-03, -, 2026-03, -, true",
			"2026-03, -, 2026-04, -, false", "2026-03, c1, 2026-03, c1, true", "2026-03, c1, 2026-04, c1, false",
			"2026-03, c1, 2026-03, c2, false", "2026-03, c1, 2026-03, -, false", "2026-03, c1, 2026-03, ONCE, false" })
	void whatIsGivenOnceIsTheSameInWhateverMonth(String one, @Nullable String claim, String other,
			@Nullable String otherClaim, boolean same) {
		assertThat(this.jdbc.sql("select same_payment(?, ?, ?, ?) and same_payment(?, ?, ?, ?) = ?")
			.params(Arrays.asList(one, claim, other, otherClaim, other, otherClaim, one, claim, true))
			.query(Boolean.class)
			.single()).isEqualTo(same);
	}

}
