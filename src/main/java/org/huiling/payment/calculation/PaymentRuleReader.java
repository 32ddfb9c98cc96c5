package org.huiling.payment.calculation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads by which rules jurisdictions pay. */
@Component
public class PaymentRuleReader {

	private final JdbcClient jdbc;

	PaymentRuleReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All those of a jurisdiction and its programs, and those that hold for all. */
	public PaymentRuleBook of(String jurisdiction) {
		return new PaymentRuleBook(this.jdbc.sql("select * from payment_rule where jurisdiction in (?, '*')")
			.param(jurisdiction)
			.query((row, number) -> new PaymentRuleBook.Entry(row.getString("program"),
					"*".equals(row.getString("jurisdiction")), rule(row)))
			.list());
	}

	private static PaymentRule rule(ResultSet row) throws SQLException {
		return new PaymentRule(YearMonth.parse(row.getString("from_month")),
				"QUARTERLY".equals(row.getString("frequency")), "ADVANCE".equals(row.getString("timing")),
				row.getInt("pay_day"), (Integer) row.getObject("arrears_months"), row.getBigDecimal("tolerance"),
				row.getBigDecimal("recovery_share"), row.getInt("due_days"),
				(Integer) row.getObject("life_check_months"));
	}

}
