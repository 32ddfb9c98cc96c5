package org.huiling.web.casework;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.huiling.payment.person.PersonPayments;
import org.huiling.payment.person.PersonPayments.Balance;
import org.jspecify.annotations.Nullable;

/**
 * What was due and paid month by month, as bars and as a table; quarters and years stand
 * at their last month.
 *
 * @param currency what amounts are in, a code of ISO 4217
 * @param months the months, the first at the left
 * @param most the highest amount of a month
 */
record PaymentsByMonth(String currency, List<Month> months, BigDecimal most) {

	/** How many months are shown. */
	static final int MONTHS = 24;

	/** In the units of the drawing. */
	static final int HEIGHT = 120;

	private static final int STEP = 36;

	private static final long AHEAD = 6;

	/**
	 * A month.
	 *
	 * @param month which
	 * @param due what is decided for it
	 * @param paid what was paid for it
	 * @param underWay what rosters pay for it, without a result yet
	 * @param left what is still to be paid; negative if it is owed back
	 */
	record Month(YearMonth month, BigDecimal due, BigDecimal paid, BigDecimal underWay, BigDecimal left) {

		/** Whether there is anything to say. */
		public boolean isEmpty() {
			return Stream.of(this.due, this.paid, this.underWay, this.left).allMatch((one) -> one.signum() == 0);
		}

	}

	/** Some months up to one, for each currency. */
	static List<PaymentsByMonth> of(PersonPayments payments, YearMonth last) {
		return payments.balances()
			.stream()
			.map(Balance::currency)
			.distinct()
			.map((currency) -> of(currency,
					payments.balances().stream().filter((one) -> one.currency().equals(currency)).toList(), last))
			.toList();
	}

	private static PaymentsByMonth of(String currency, List<Balance> balances, YearMonth last) {
		List<Month> months = Stream.iterate(last.minusMonths(MONTHS - 1L), (month) -> month.plusMonths(1))
			.limit(MONTHS)
			.map((month) -> month(month, balances.stream().filter((one) -> one.month().equals(month)).toList()))
			.toList();
		return new PaymentsByMonth(currency, months,
				months.stream()
					.flatMap((month) -> Stream.of(month.due(), month.paid().add(month.underWay())))
					.max(BigDecimal::compareTo)
					.orElse(BigDecimal.ZERO)
					.max(BigDecimal.ONE));
	}

	private static Month month(YearMonth month, List<Balance> balances) {
		return new Month(month, sum(balances, Balance::due), sum(balances, Balance::paid),
				sum(balances, Balance::underWay), sum(balances, Balance::left));
	}

	private static BigDecimal sum(List<Balance> balances, Function<Balance, BigDecimal> amount) {
		return balances.stream().map(amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
	}

	/**
	 * The last month that is shown: this one, or an earlier one where rosters, or what is
	 * due where there are none, lie further back.
	 */
	static YearMonth last(PersonPayments payments, YearMonth now) {
		@Nullable YearMonth rosters = payments.lines()
			.stream()
			.map(PersonPayments.Line::month)
			.max(YearMonth::compareTo)
			.map((month) -> month.plusMonths(AHEAD))
			.orElse(null);
		YearMonth shown = (rosters != null) ? rosters
				: payments.balances()
					.stream()
					.map(Balance::month)
					.min(YearMonth::compareTo)
					.map((month) -> month.plusMonths(MONTHS - AHEAD))
					.orElse(now);
		return shown.isBefore(now) ? shown : now;
	}

	/** The months of which there is anything to say, the newest first. */
	public List<Month> told() {
		return this.months.stream()
			.filter((month) -> !month.isEmpty())
			.sorted((one, other) -> other.month().compareTo(one.month()))
			.toList();
	}

	/** How wide the drawing is. */
	public int width() {
		return STEP * MONTHS;
	}

	/** How high it is. */
	public int height() {
		return HEIGHT;
	}

	/** Where a month begins. */
	public int x(int month) {
		return STEP * month;
	}

	/** How high the bar of an amount is; nothing for what is negative. */
	public int bar(BigDecimal amount) {
		return amount.max(BigDecimal.ZERO)
			.multiply(BigDecimal.valueOf(HEIGHT))
			.divide(this.most, 0, RoundingMode.HALF_UP)
			.intValue();
	}

}
