package org.huiling.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problem codes of what the framework refuses by itself. */
final class StatusCodes {

	private StatusCodes() {
	}

	/**
	 * The code of a status.
	 * @param status the HTTP status
	 * @return a code that has texts in the message bundles, or the status' own name
	 */
	static String code(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.name() : "STATUS_" + status.value();
	}

}
