package org.huiling.recalculation;

import org.huiling.input.Fault;

/** What can be wrong with the order of a run. */
enum RunFault implements Fault {

	/** The last month lies before the first. */
	BEFORE_FROM(400),

	/** Stands beside a withdrawn version, which says it. */
	SAID_BY_VERSION(400),

	/** A version that is in force or unknown. */
	NOT_WITHDRAWN(422),

	/** Nothing was ever decided under the version. */
	NOTHING_DECIDED(422),

	/** More months than a run takes (the most). */
	TOO_MANY_MONTHS(400);

	private final int status;

	RunFault(int status) {
		this.status = status;
	}

	@Override
	public int status() {
		return this.status;
	}

}
