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
			+ " from recalculation_tally t join jurisdiction j on j.id = t.jurisdiction where run = ?";

	private final JdbcClient jdbc;

	RunSums(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public RunReport of(UUID run) {
		List<Total> totals = totals(run);
		return new RunReport(outcomes(run), causes(run), money(run), ages(run),
				(totals.size() == 1) ? totals.get(0) : null, totals);
	}

	/**
	 * What changes in months after a run's last, which it follows up and counts in no
	 * money by program, region or age.
	 * @param run its id
	 * @return by currency
	 */
	public List<LaterChanges> later(UUID run) {
		return this.jdbc.sql("""
				select j.currency, count(*) as changes, sum(c.difference) as difference
				from recalculation_change c join jurisdiction j on j.id = c.jurisdiction
				join recalculation r on r.id = c.run
				where c.run = ? and c.period ~ '^[0-9]{4}-[0-9]{2}$' and c.period > r.to_month
				group by 1 order by 1""")
			.param(run)
			.query((row, number) -> new LaterChanges(row.getString("currency"), row.getLong("changes"),
					row.getBigDecimal("difference")))
			.list();
	}

	/**
	 * Changes of months after a run's last.
	 *
	 * @param currency what the amount is in, a code of ISO 4217
	 * @param changes how many
	 * @param difference a period, of all of them
	 */
	public record LaterChanges(String currency, long changes, BigDecimal difference) {
	}

	private List<Outcomes> outcomes(UUID run) {
		return this.jdbc
			.sql("select program, before_outcome, after_outcome, currency, sum(periods) as periods, " + PAID
					+ " group by 1, 2, 3, 4 order by 1, 2, 3, 4")
			.param(run)
			.query((row, number) -> new Outcomes(row.getString("program"), emptyAsNull(row.getString("before_outcome")),
					emptyAsNull(row.getString("after_outcome")), row.getLong("periods"), before(row), after(row),
					difference(row), row.getString("currency")))
			.list();
	}

	private List<Cause> causes(UUID run) {
		return this.jdbc
			.sql("select because, program, currency, count(*) as changes, sum(difference) as difference,"
					+ " sum(adjustment) as adjustment from recalculation_change c"
					+ " join jurisdiction j on j.id = c.jurisdiction where run = ? group by 1, 2, 3 order by 1, 2, 3")
			.param(run)
			.query((row, number) -> new Cause(row.getString("because"), row.getString("program"),
					row.getLong("changes"), row.getBigDecimal("difference"), row.getBigDecimal("adjustment"),
					row.getString("currency")))
			.list();
	}

	private List<Money> money(UUID run) {
		return this.jdbc.sql("select program, region, currency, " + PAID + " group by 1, 2, 3 order by 1, 2, 3")
			.param(run)
			.query((row, number) -> new Money(row.getString("program"), emptyAsNull(row.getString("region")),
					before(row), after(row), difference(row), row.getString("currency")))
			.list();
	}

	private List<AgeMoney> ages(UUID run) {
		return this.jdbc
			.sql("select ages, currency, " + PAID
					+ " group by ages, currency order by cast(substring(ages from '^[0-9]+') as integer), currency")
			.param(run)
			.query((row, number) -> new AgeMoney(emptyAsNull(row.getString("ages")), before(row), after(row),
					difference(row), row.getString("currency")))
			.list();
	}

	/** One for each currency of the run's jurisdictions, which may come to nothing. */
	private List<Total> totals(UUID run) {
		return this.jdbc.sql("""
				select j.currency, coalesce(sum(t.paid_before), 0.00) as paid_before,
					coalesce(sum(t.paid_after), 0.00) as paid_after
				from recalculation r join jurisdiction j on j.id = any(r.jurisdictions)
				left join recalculation_tally t on t.run = r.id and t.jurisdiction = j.id
				where r.id = ? group by 1 order by 1""")
			.param(run)
			.query((row, number) -> new Total(before(row), after(row), difference(row), row.getString("currency")))
			.list();
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
