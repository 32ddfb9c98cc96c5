package org.huiling.payment.calculation;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A line of an earlier, approved roster, or what was collected by hand.
 *
 * @param item what for
 * @param kind null if it was collected by hand
 * @param amount yuan; negative if it was paid back
 * @param failed whether the transfer failed or came back
 * @param version of the policy that answered
 */
record BookedLine(PaymentItem item, @Nullable LineKind kind, BigDecimal amount, boolean failed,
		@Nullable String version) {

	/** A line of a roster. */
	static BookedLine line(PaymentItem item, LineKind kind, BigDecimal amount, boolean failed,
			@Nullable String version) {
		return new BookedLine(item, kind, amount, failed, version);
	}

	/** What was collected by hand; the amount is positive. */
	static BookedLine collected(PaymentItem item, BigDecimal amount) {
		return new BookedLine(item, null, amount.negate(), false, null);
	}

}
