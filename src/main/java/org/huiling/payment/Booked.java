package org.huiling.payment;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A line of an earlier, approved roster, or what was settled by hand. What is written off
 * was not paid back: it makes a debt less, and never becomes a payment again.
 *
 * @param item what for
 * @param kind null if it was settled by hand
 * @param amount yuan; negative if it was paid back
 * @param failed whether the transfer failed
 * @param version of the policy that answered
 * @param writtenOff whether it was given up
 */
record Booked(Item item, @Nullable LineKind kind, BigDecimal amount, boolean failed, @Nullable String version,
		boolean writtenOff) {

	/** A line of a roster. */
	static Booked line(Item item, LineKind kind, BigDecimal amount, boolean failed, @Nullable String version) {
		return new Booked(item, kind, amount, failed, version, false);
	}

	/** What was settled by hand; the amount is positive. */
	static Booked byHand(Item item, BigDecimal amount, boolean writtenOff) {
		return new Booked(item, null, amount.negate(), false, null, writtenOff);
	}

}
