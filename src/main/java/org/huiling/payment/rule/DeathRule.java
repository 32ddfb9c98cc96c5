package org.huiling.payment.rule;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of what a dead person owes and cannot be set off.
 *
 * @param onDeath what becomes of it
 * @param limit up to which sum it is written off, in yuan; null for any
 */
public record DeathRule(OnDeath onDeath, @Nullable BigDecimal limit) {

	/** What becomes of it. */
	public enum OnDeath {

		/** It stays open until it is collected from the estate or given up by hand. */
		ESTATE,

		/** It is given up when the roster is approved. */
		WRITE_OFF

	}

	/** Whether a dead person's whole debt is given up. */
	public boolean writesOff(BigDecimal owed) {
		return this.onDeath == OnDeath.WRITE_OFF && (this.limit == null || owed.compareTo(this.limit) <= 0);
	}

}
