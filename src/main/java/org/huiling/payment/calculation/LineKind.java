package org.huiling.payment.calculation;

/** What a line of a roster pays. */
public enum LineKind {

	/** What is due for the roster's own month, or a year or claim for the first time. */
	REGULAR,

	/** 补发: what an earlier period is owed. */
	ARREARS,

	/** 追缴: what an earlier period was paid too much; negative. */
	RECOVERY,

	/** What an earlier roster could not transfer. */
	RETRY

}
