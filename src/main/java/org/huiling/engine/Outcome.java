package org.huiling.engine;

/** The answer to "is this person entitled?". */
public enum Outcome {

	/** Entitled, with an amount. */
	ELIGIBLE,

	/** Not entitled; the amount is 0.00. */
	NOT_ELIGIBLE,

	/** A fact is unknown that could change outcome or amount; there is no amount. */
	NEEDS_INFORMATION,

	/**
	 * Entitled, but stacking gives the better award; the amount is what it would have
	 * paid.
	 */
	WITHHELD

}
