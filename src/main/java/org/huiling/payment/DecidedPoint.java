package org.huiling.payment;

import java.math.BigDecimal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What stands from a period on; of a year or a claim for just that.
 *
 * @param file whose it is: the person's own, or one merged into it
 * @param item what for
 * @param decision the decision's id
 * @param amount what is paid, 0.00 unless it says ELIGIBLE
 * @param version which version answered, null if none
 * @param movedOut whether it ended because the household register lies elsewhere
 */
record DecidedPoint(UUID file, Item item, UUID decision, BigDecimal amount, @Nullable String version,
		boolean movedOut) {
}
