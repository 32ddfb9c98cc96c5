package org.huiling.recalculation.finding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.huiling.recalculation.finding.RunReport.AgeMoney;
import org.huiling.recalculation.finding.RunReport.Cause;
import org.huiling.recalculation.finding.RunReport.Money;
import org.huiling.recalculation.finding.RunReport.Outcomes;
import org.huiling.recalculation.finding.RunReport.Total;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Adds up what a run found: counts by outcome and cause, money by program, region and
 * age.
 */
@Repository
public class RunSums {

	private static final String PAID = "sum(paid_before) as paid_before, sum(paid_after) as paid_after"
			+ " from recalculation_tally where run = ?";

	private final JdbcClient jdbc;

	RunSums(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public RunReport of(UUID run) {
		return new RunReport(outcomes(run), causes(run), money(run), ages(run), total(run));
	}

	private List<Outcomes> outcomes(UUID run) {
		return this.jdbc
			.sql("select program, before_outcome, after_outcome, sum(periods) as periods, " + PAID
					+ " group by program, before_outcome, after_outcome order by 1, 2, 3")
			.param(run)
			.query((row, number) -> new Outcomes(row.getString("program"), emptyAsNull(row.getString("before_outcome")),
					emptyAsNull(row.getString("after_outcome")), row.getLong("periods"), before(row), after(row),
					difference(row)))
			.list();
	}

	private List<Cause> causes(UUID run) {
		return this.jdbc
			.sql("select because, program, count(*) as changes, sum(difference) as difference,"
					+ " sum(adjustment) as adjustment from recalculation_change"
					+ " where run = ? group by because, program order by 1, 2")
			.param(run)
			.query((row, number) -> new Cause(row.getString("because"), row.getString("program"),
					row.getLong("changes"), row.getBigDecimal("difference"), row.getBigDecimal("adjustment")))
			.list();
	}

	private List<Money> money(UUID run) {
		return this.jdbc.sql("select program, region, " + PAID + " group by program, region order by 1, 2")
			.param(run)
			.query((row, number) -> new Money(row.getString("program"), emptyAsNull(row.getString("region")),
					before(row), after(row), difference(row)))
			.list();
	}

	private List<AgeMoney> ages(UUID run) {
		return this.jdbc
			.sql("select ages, " + PAID + " group by ages order by cast(substring(ages from '^[0-9]+') as integer)")
			.param(run)
			.query((row, number) -> new AgeMoney(emptyAsNull(row.getString("ages")), before(row), after(row),
					difference(row)))
			.list();
	}

	private Total total(UUID run) {
		return this.jdbc
			.sql("select coalesce(sum(paid_before), 0.00) as paid_before, coalesce(sum(paid_after), 0.00) as paid_after"
					+ " from recalculation_tally where run = ?")
			.param(run)
			.query((row, number) -> new Total(before(row), after(row), difference(row)))
			.single();
	}

	private static BigDecimal before(ResultSet row) throws SQLException {
		return row.getBigDecimal("paid_before");
	}

	private static BigDecimal after(ResultSet row) throws SQLException {
		return row.getBigDecimal("paid_after");
	}

	private static BigDecimal difference(ResultSet row) throws SQLException {
		return after(row).subtract(before(row));
	}

	private static @Nullable String emptyAsNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
