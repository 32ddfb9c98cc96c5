package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/**
 * How a jurisdiction pays, from a month on.
 *
 * @param from since when it holds
 * @param quarterly whether a quarter is paid at once, or each month
 * @param advance whether it is paid before it begins, in the month before
 * @param payDay the day of the month; the last one where the month is shorter
 * @param arrearsMonths how many months arrears go back, null for all
 * @param tolerance below it no adjustment is booked, in yuan
 * @param recoveryShare the most that is set off, as a share of what is paid in the month
 * @param dueDays how long there is to pay back, from the pay day
 * @param lifeCheckMonths how long a passed life check holds, null as the versions of
 * policies say
 */
public record PaymentRule(YearMonth from, boolean quarterly, boolean advance, int payDay,
		@Nullable Integer arrearsMonths, BigDecimal tolerance, BigDecimal recoveryShare, int dueDays,
		@Nullable Integer lifeCheckMonths) {

	private static final int QUARTER = 3;

	/** Whether there is a roster for a month: each, or the one in which a quarter is. */
	public boolean paysIn(YearMonth month) {
		return !this.quarterly || month.getMonthValue() % QUARTER == (this.advance ? 1 : 0);
	}

	/** The first month whose regular payment a roster holds. */
	public YearMonth first(YearMonth month) {
		return (this.quarterly && !this.advance) ? month.minusMonths(QUARTER - 1) : month;
	}

	/** The last month whose regular payment a roster holds. */
	public YearMonth last(YearMonth month) {
		return (this.quarterly && this.advance) ? month.plusMonths(QUARTER - 1) : month;
	}

	/** The day on which a roster is paid. */
	public LocalDate payDay(YearMonth month) {
		YearMonth paid = this.advance ? month.minusMonths(1) : month;
		return paid.atDay(Math.min(this.payDay, paid.lengthOfMonth()));
	}

}
