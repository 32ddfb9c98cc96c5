package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A debt that was given up. It counts against that debt and no other: while the decision
 * stands by which it was owed, and as far as it is still owed.
 *
 * @param settlement its id
 * @param item what was paid too much
 * @param left yuan, what earlier rosters found to be owed no longer taken away
 * @param debt the decision by which it was owed, {@link #NOTHING_STOOD} if none did; null
 * if that was not kept
 */
public record WriteOff(UUID settlement, PaymentItem item, BigDecimal left, @Nullable UUID debt) {

	/** In place of a decision where none stood. */
	static final UUID NOTHING_STOOD = new UUID(0, 0);

	/** What of it counts against what is owed now. */
	BigDecimal against(BigDecimal owed, @Nullable DecidedPoint standing) {
		return (this.debt == null || this.debt.equals(decision(standing))) ? this.left.min(owed) : BigDecimal.ZERO;
	}

	/** What stands, as it is kept beside a debt. */
	static UUID decision(@Nullable DecidedPoint standing) {
		return (standing != null) ? standing.decision() : NOTHING_STOOD;
	}

	/**
	 * What of a write-off counts no more.
	 *
	 * @param settlement its id
	 * @param amount yuan
	 */
	public record Lapse(UUID settlement, BigDecimal amount) {
	}

}
