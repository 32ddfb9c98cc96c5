package org.huiling.decision.assessment;

import org.huiling.input.Fault;

/** What can be wrong with a request for an assessment or decision. */
public enum RequestFault implements Fault {

	/** Both a period and a date are given. */
	PERIOD_AND_DATE(400),

	/** Neither a month such as 2013-07 nor a year such as 2013. */
	INVALID_PERIOD(400),

	/** Both an applicant and the id of one are given. */
	APPLICANT_AND_ID(400),

	/** Neither an applicant nor the id of one is given. */
	NO_APPLICANT(400),

	/** Not jurisdiction/program/version. */
	NOT_A_VERSION(400),

	/** Nobody is on file under that id. */
	NOT_FOUND(422),

	/** A field without which nothing can be decided (program, period). */
	NEEDED(422),

	/** No claim and no policy in the period. */
	NOTHING_TO_DECIDE(422),

	/** A day before what it follows (that day). */
	DATE_TOO_EARLY(422),

	/** A day in the future (today). */
	NOT_YET(422);

	private final int status;

	RequestFault(int status) {
		this.status = status;
	}

	@Override
	public int status() {
		return this.status;
	}

}
