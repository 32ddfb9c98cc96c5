package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
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
 * @param decided when and on what, null if nobody decided it yet
 */
public record DecidedPoint(UUID file, PaymentItem item, UUID decision, BigDecimal amount, @Nullable String version,
		boolean movedOut, @Nullable Act decided) {

	/**
	 * When it was decided, and what had been decided before.
	 *
	 * @param at when
	 * @param facts tells the facts it rests on from others
	 * @param corrects why it pays what the first decision of the same month did not; null
	 * if that paid as well, or there was none
	 */
	record Act(Instant at, long facts, @Nullable ArrearsReason corrects) {
	}

	/**
	 * Why it pays for months of which another one had said before that nothing is due.
	 * @param before what stood for them until then
	 */
	ArrearsReason paysAfter(DecidedPoint before) {
		Act now = this.decided;
		Act then = before.decided;
		if (now == null || then == null || before.amount.signum() > 0 || !then.at().isBefore(now.at())) {
			return ArrearsReason.REGISTERED_LATE;
		}
		if (!Objects.equals(this.version, before.version)) {
			return ArrearsReason.POLICY_CHANGED;
		}
		return (now.facts() != then.facts()) ? ArrearsReason.DATA_CORRECTED : ArrearsReason.REGISTERED_LATE;
	}

}
