package org.huiling.policy.factfiles;

import org.huiling.input.Fault;

/** What may be wrong with a fact that a form declares. */
enum NewFactFault implements Fault {

	/** The name of a fact or unit is not admitted. */
	FACT_NAME_NOT_ADMITTED,

	/** There are no codes. */
	CODES_MISSING,

	/** A line of codes is not understood (the line). */
	CODE_NOT_ADMITTED,

	/** A bound is no number. */
	NO_NUMBER;

	@Override
	public int status() {
		return 422;
	}

}
