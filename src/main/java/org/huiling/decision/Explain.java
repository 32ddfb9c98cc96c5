package org.huiling.decision;

/** How much of its reasons an assessment shows. */
enum Explain {

	/** Outcome, amount and what is missing. */
	NONE,

	/** Also which rules granted, on what basis and values. */
	WHY,

	/** Also why other rules did not, and when the answer changes. */
	FULL

}
