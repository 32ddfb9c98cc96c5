package org.huiling.projection.report;

import org.huiling.input.Fault;

/** What can be wrong with the order of a projection. */
public enum ProjectionFault implements Fault {

	/** The last month lies before the first. */
	MONTHS_REVERSED(400),

	/** More months than a projection takes (the most). */
	TOO_MANY_PROJECTED(400),

	/** No values, or too many (the most). */
	VALUES_NOT_SAID(400);

	private final int status;

	ProjectionFault(int status) {
		this.status = status;
	}

	@Override
	public int status() {
		return this.status;
	}

}
