package org.huiling.input;

import jakarta.servlet.ServletRequest;

/** The bytes of a body that was read as a record. */
public final class SentBody {

	static final String ATTRIBUTE = SentBody.class.getName();

	private SentBody() {
	}

	/**
	 * What was sent with a request.
	 * @param request whose body was read
	 * @return its bytes, none if no record was read
	 */
	public static byte[] of(ServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof byte[] body) ? body : new byte[0];
	}

}
