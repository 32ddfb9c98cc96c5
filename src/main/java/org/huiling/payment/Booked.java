package org.huiling.payment;

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
record Booked(Item item, @Nullable LineKind kind, BigDecimal amount, boolean failed, @Nullable String version) {

	/** A line of a roster. */
	static Booked line(Item item, LineKind kind, BigDecimal amount, boolean failed, @Nullable String version) {
		return new Booked(item, kind, amount, failed, version);
	}

	/** What was collected by hand; the amount is positive. */
	static Booked collected(Item item, BigDecimal amount) {
		return new Booked(item, null, amount.negate(), false, null);
	}

}
