package org.huiling.facts.type;

/** What may be said of a fact in one word. */
public enum Trait {

	/** An item of its list says nothing without it. */
	REQUIRED,

	/** What is not recorded is not there, and never unknown: {@code absent: none}. */
	ABSENT_IS_NONE,

	/** Kept encrypted; in no decision, log, projection or event. */
	SEALED,

	/** Still read where it is recorded, asked for no more. */
	RETIRED,

	/** Java knows it by name. */
	CORE

}
