package org.huiling.engine.oracle;

/** What stands where no value is. */
enum Gone {

	/** Nobody told it. */
	UNKNOWN,

	/** It does not apply: it is not there. */
	ABSENT,

	/** It cannot be worked out. */
	FAULT

}
