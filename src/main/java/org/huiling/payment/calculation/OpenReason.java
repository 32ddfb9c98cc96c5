package org.huiling.payment.calculation;

import org.jspecify.annotations.Nullable;

/** Why a difference between what is decided and what was paid stays open. */
public enum OpenReason {

	/** 缓发: the life check is overdue; paid when it is passed. */
	SUSPENDED(ArrearsReason.LIFE_CHECK_PASSED),

	/** The program is paid in another month, by a payment rule of its own. */
	NOT_ITS_MONTH(null),

	/** Farther back than arrears go. */
	TOO_OLD(null),

	/** Too little to book. */
	BELOW_TOLERANCE(null),

	/** More than the month's payment, or the share of it, that can be set off. */
	CAPPED(null),

	/**
	 * The person died: what they owe is collected from the estate or written off, what
	 * would still be paid for periods after the death is not.
	 */
	DECEASED(null),

	/** 停发: held back, see {@link HoldCode}; paid when the hold is released. */
	GIVEN_UP(ArrearsReason.HOLD_RELEASED),

	/** Held back. */
	PAID_ELSEWHERE(ArrearsReason.HOLD_RELEASED),

	/** Held back. */
	NOT_FOUND(ArrearsReason.FOUND_AGAIN),

	/** Held back. */
	OUT_OF_CONTACT(ArrearsReason.IN_CONTACT_AGAIN),

	/** Held back. */
	CHECK_FAILED(ArrearsReason.HOLD_RELEASED),

	/**
	 * Another jurisdiction's roster has paid the person for the same program and period;
	 * paid when that failed or was paid back.
	 */
	PAID_BY_ANOTHER(ArrearsReason.PAID_BACK_ELSEWHERE);

	private final @Nullable ArrearsReason paidLater;

	OpenReason(@Nullable ArrearsReason paidLater) {
		this.paidLater = paidLater;
	}

	/** Why what waited for it is paid after all, null if nothing waits. */
	@Nullable ArrearsReason paidLater() {
		return this.paidLater;
	}

	/** Whether a hold kept it open. */
	public boolean isHold() {
		return this.paidLater != null && this != SUSPENDED && this != PAID_BY_ANOTHER;
	}

}
