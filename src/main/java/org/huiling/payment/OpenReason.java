package org.huiling.payment;

/** Why a difference between what is decided and what was paid stays open. */
enum OpenReason {

	/** 缓发: the life check is overdue; paid when it is passed. */
	SUSPENDED,

	/** Farther back than arrears go. */
	TOO_OLD,

	/** Too little to book. */
	BELOW_TOLERANCE,

	/** More than the month's payment, or the share of it, that can be set off. */
	CAPPED,

	/** The person died: collected from the estate or written off by hand. */
	DECEASED

}
