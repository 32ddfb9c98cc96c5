package org.huiling.payment.rule;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;

import org.huiling.payment.rule.DeathRule.OnDeath;
import org.huiling.payment.rule.PaymentRuleBody.Frequency;
import org.huiling.payment.rule.PaymentRuleBody.Timing;
import org.jspecify.annotations.Nullable;

/**
 * A payment rule as it is answered.
 *
 * @param jurisdiction whose it is, {@code *} where there is no other
 * @param program the program's id that alone is paid by it, null for all that have no
 * rule of their own
 * @param from the first month paid by it
 * @param frequency how often is paid
 * @param timing when a month is paid
 * @param payDay day of the month
 * @param arrearsMonths how many months back is paid in arrears, null without end
 * @param tolerance differences up to it are left alone, yuan
 * @param recoveryShare the part of a payment that may be set off
 * @param dueDays how long there is to pay back, from the pay day
 * @param lifeCheckMonths how long a life check holds, null as the versions of policies
 * say
 * @param arrearsFlagMonths arrears for periods more than so many months back are looked
 * at before they are paid
 * @param onDeath what becomes of what a dead person owes
 * @param writeOffLimit up to which it is given up, null without limit; yuan
 * @param basis the provision that says so
 * @param recordedBy who confirmed it, null for the one that came with the service
 * @param recordedAt when
 */
public record PaymentRuleView(String jurisdiction, @Nullable String program, YearMonth from, Frequency frequency,
		Timing timing, int payDay, @Nullable Integer arrearsMonths, BigDecimal tolerance, BigDecimal recoveryShare,
		int dueDays, @Nullable Integer lifeCheckMonths, int arrearsFlagMonths, OnDeath onDeath,
		@Nullable BigDecimal writeOffLimit, String basis, @Nullable String recordedBy, @Nullable Instant recordedAt) {

	public static PaymentRuleView of(ResultSet row) throws SQLException {
		OffsetDateTime at = row.getObject("recorded_at", OffsetDateTime.class);
		return new PaymentRuleView(row.getString("jurisdiction"), row.getString("program"),
				YearMonth.parse(row.getString("from_month")), Frequency.valueOf(row.getString("frequency")),
				Timing.valueOf(row.getString("timing")), row.getInt("pay_day"),
				(Integer) row.getObject("arrears_months"), row.getBigDecimal("tolerance"),
				row.getBigDecimal("recovery_share"), row.getInt("due_days"),
				(Integer) row.getObject("life_check_months"), row.getInt("arrears_flag_months"),
				OnDeath.valueOf(row.getString("on_death")), row.getBigDecimal("write_off_limit"),
				row.getString("basis"), row.getString("recorded_by"), (at != null) ? at.toInstant() : null);
	}

}
