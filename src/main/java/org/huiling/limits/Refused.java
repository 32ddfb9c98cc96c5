package org.huiling.limits;

/** Why a body is not waited for any longer. */
enum Refused {

	/** Too many at the same time. */
	TOO_MANY(503, "TOO_MANY_BODIES"),

	/** It did not arrive in time. */
	TOO_SLOW(408, "BODY_TOO_SLOW"),

	/** It is too long. */
	TOO_LARGE(413, "UNSIGNED_BODY_TOO_LARGE");

	private final int status;

	private final String code;

	Refused(int status, String code) {
		this.status = status;
		this.code = code;
	}

	int status() {
		return this.status;
	}

	String code() {
		return this.code;
	}

}
