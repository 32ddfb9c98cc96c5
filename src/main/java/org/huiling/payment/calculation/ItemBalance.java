package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

import org.huiling.payment.calculation.BalanceReader.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an item of a person, and what was booked for it.
 *
 * @param item what for
 * @param due what stands now, 0.00 if nothing does
 * @param booked what lines of approved rosters and what was collected come to, without
 * what failed or came back
 * @param writtenOff what was given up of a debt
 */
public record ItemBalance(PaymentItem item, BigDecimal due, BigDecimal booked, BigDecimal writtenOff) {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	/**
	 * Item by item, in their order, what a person's decisions and payments come to;
	 * without items of which nothing is due and nothing was booked.
	 * @param ledger of the person in a jurisdiction
	 * @param last the last month that counts
	 */
	public static List<ItemBalance> of(Ledger ledger, YearMonth last) {
		PersonBalance account = OnceItems.folded(PersonBalance.of(ledger, null));
		DueByPeriod entitlements = new DueByPeriod(account);
		return entitlements.items(account.booked(), (program) -> last)
			.stream()
			.map((item) -> of(item, account, entitlements.standing(item)))
			.filter((one) -> one.due.signum() != 0
					|| account.booked().stream().anyMatch((line) -> line.item().equals(one.item)))
			.toList();
	}

	private static ItemBalance of(PaymentItem item, PersonBalance account, @Nullable DecidedPoint stands) {
		return new ItemBalance(item, (stands != null) ? Objects.requireNonNullElse(stands.amount(), NOTHING) : NOTHING,
				account.booked()
					.stream()
					.filter((line) -> !line.failed() && line.item().equals(item))
					.map(BookedLine::amount)
					.reduce(NOTHING, BigDecimal::add),
				account.writeOffs()
					.stream()
					.filter((one) -> one.item().equals(item))
					.map(WriteOff::left)
					.reduce(NOTHING, BigDecimal::add));
	}

}
