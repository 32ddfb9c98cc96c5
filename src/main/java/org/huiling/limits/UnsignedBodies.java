package org.huiling.limits;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody sends to a page who has not signed in, before anything else is
 * done: little, quickly, and few at a time. A thread waits for a body that is read, and
 * whoever sent theirs slowly would else hold all threads. The API reads no body before it
 * knows who sent it; of what it refused only the rest is read, in the same way, so that
 * the sender sees the answer.
 */
final class UnsignedBodies extends ValveBase {

	/** Set where a body was not taken: why. */
	static final String REFUSED = UnsignedBodies.class.getName();

	private static final String API = "/api/";

	private static final int TOO_MANY_FAILURES = 429;

	private final LimitSettings settings;

	private final ConcurrencyCount slots;

	UnsignedBodies(LimitSettings settings) {
		super(true);
		this.settings = settings;
		this.slots = new ConcurrencyCount(settings.unsignedAtOnce(), settings.unsignedOfAddress());
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (!isLengthReadable(request)) {
			refuse(response);
		}
		else if (!hasBody(request) || request.getSessionInternal(false) != null) {
			getNext().invoke(request, response);
		}
		else if (isApi(request)) {
			getNext().invoke(request, response);
			readRest(request, response);
		}
		else {
			readFirst(request, response);
		}
	}

	/** Tomcat goes on without a length, and throws at whoever asks for it. */
	private static boolean isLengthReadable(Request request) {
		try {
			return request.getContentLengthLong() >= -1;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** Where a body ends that has no length, nobody can tell: nothing follows it. */
	private static void refuse(Response response) throws IOException {
		response.reset();
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		response.setHeader("Connection", "close");
		response.setContentLength(0);
		response.finishResponse();
	}

	private static boolean hasBody(Request request) {
		return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
	}

	private static boolean isApi(Request request) {
		String path = String.valueOf(request.getDecodedRequestURI());
		return path.startsWith(request.getContextPath() + API);
	}

	private void readFirst(Request request, Response response) throws IOException, ServletException {
		// what follows on the connection cannot be told from the body any more
		response.setHeader("Connection", "close");
		UnsignedBody body = body(request);
		Refused refused = inSlot(request, body::read);
		if (refused == null) {
			request.getCoyoteRequest().action(ActionCode.REQ_SET_BODY_REPLAY, body.bytes());
			getNext().invoke(request, response);
		}
		else {
			request.setAttribute(REFUSED, refused);
			getNext().invoke(request, response);
			endPastRest(request, response, refused == Refused.TOO_LARGE);
		}
	}

	private void readRest(Request request, Response response) throws IOException {
		boolean unknown = response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED
				|| response.getStatus() == TOO_MANY_FAILURES;
		if (unknown && !request.isAsync()) {
			endPastRest(request, response, true);
		}
	}

	/**
	 * Whoever still sends does not see an answer; a rest that comes quickly is let by for
	 * that, and else the connection ends.
	 */
	private void endPastRest(Request request, Response response, boolean quick) throws IOException {
		response.finishResponse();
		if (!quick || inSlot(request, body(request)::skip) != null) {
			request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		}
	}

	private UnsignedBody body(Request request) {
		return new UnsignedBody(request.getCoyoteRequest(), (int) this.settings.unsignedBody().toBytes(),
				this.settings.unsignedTime());
	}

	private @Nullable Refused inSlot(Request request, Reading reading) throws IOException {
		String address = Addresses.one(String.valueOf(request.getRemoteAddr()));
		if (!this.slots.take(address)) {
			return Refused.TOO_MANY;
		}
		try {
			return reading.read();
		}
		finally {
			this.slots.release(address);
		}
	}

	/** Reads what a slot was taken for. */
	private interface Reading {

		@Nullable Refused read() throws IOException;

	}

}
