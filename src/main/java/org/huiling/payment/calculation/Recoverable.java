package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.huiling.engine.PaidTo;

/**
 * What may be set off of what a person is paid on one roster: of each payment the share
 * that its program's rule says, by the day of the payment.
 */
final class Recoverable {

	private final Map<PaidTo, SortedMap<LocalDate, BigDecimal>> left = new EnumMap<>(PaidTo.class);

	/**
	 * Before anything is set off.
	 * @param payments lines of the person
	 * @param share how much of a program's payment may be taken, 0 to 1
	 */
	Recoverable(Collection<NewLine> payments, Function<String, BigDecimal> share) {
		Map<Payment, BigDecimal> paid = new HashMap<>();
		payments.forEach((line) -> paid.merge(
				new Payment(line.paidTo(), line.payDay(), share.apply(line.item().program()).stripTrailingZeros()),
				line.amount(), BigDecimal::add));
		paid.forEach((payment, sum) -> this.left.computeIfAbsent(payment.paidTo(), (recipient) -> new TreeMap<>())
			.merge(payment.payDay(), sum.multiply(payment.share()).setScale(2, RoundingMode.DOWN), BigDecimal::add));
	}

	/** What is paid to somebody on a day, of which the same share may be taken. */
	private record Payment(PaidTo paidTo, LocalDate payDay, BigDecimal share) {
	}

	/**
	 * Takes of it, the earliest day first.
	 * @param recipient who is paid, and owes
	 * @param owed yuan
	 * @return by day what is taken; together at most what is owed
	 */
	SortedMap<LocalDate, BigDecimal> take(PaidTo recipient, BigDecimal owed) {
		SortedMap<LocalDate, BigDecimal> taken = new TreeMap<>();
		BigDecimal rest = owed;
		for (Map.Entry<LocalDate, BigDecimal> day : this.left.getOrDefault(recipient, new TreeMap<>()).entrySet()) {
			BigDecimal now = rest.min(day.getValue());
			if (now.signum() > 0) {
				day.setValue(day.getValue().subtract(now));
				taken.put(day.getKey(), now);
				rest = rest.subtract(now);
			}
		}
		return taken;
	}

}
