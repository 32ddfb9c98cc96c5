package org.huiling.payment;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A line of an earlier, approved roster, or what was settled by hand.
 *
 * @param item what for
 * @param kind null if it was settled by hand
 * @param amount yuan; negative if it was paid back
 * @param failed whether the transfer failed
 * @param version of the policy that answered
 */
record Booked(Item item, @Nullable LineKind kind, BigDecimal amount, boolean failed, @Nullable String version) {
}
