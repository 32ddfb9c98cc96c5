package org.huiling.payment;

import java.time.YearMonth;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long a passed life check holds. */
@Component
public class LifeCheckTerm {

	private final JdbcClient jdbc;

	LifeCheckTerm(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How long, by the rule of payment in force in a month.
	 * @param jurisdiction its id
	 * @param month the month
	 * @return months; empty if none is asked for
	 */
	public Optional<Integer> months(String jurisdiction, YearMonth month) {
		return this.jdbc.sql(
				"select life_check_months from payment_rule where jurisdiction in (?, '*') and program is null and from_month <= ?"
						+ " order by jurisdiction = '*', from_month desc limit 1")
			.params(jurisdiction, month.toString())
			.query((row, number) -> Optional.ofNullable((Integer) row.getObject("life_check_months")))
			.optional()
			.flatMap((months) -> months);
	}

}
