package org.huiling.engine;

/** How much an assessment explains. */
public enum Explain {

	/** Outcome, amount and what is missing. */
	NONE,

	/** Also why. */
	WHY,

	/** Also why not, and what changes next. */
	FULL

}
