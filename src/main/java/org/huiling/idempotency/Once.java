package org.huiling.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.huiling.input.SentBody;
import org.huiling.storage.Sha256;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Does what the current request asks for in one transaction, and once for its
 * {@code Idempotency-Key}.
 */
@Component
public class Once {

	/** The field of a form that says which showing of it was sent. */
	public static final String FIELD = "once";

	/**
	 * What the page that a form leads to is told if that was done before: when, as an
	 * {@link java.time.Instant}.
	 */
	public static final String BEFORE = "doneBefore";

	/** It changes while a page stays open. */
	private static final String CSRF = "_csrf";

	private static final String API = "/api/v1";

	private final Idempotency idempotency;

	private final JsonMapper json;

	Once(Idempotency idempotency, JsonMapper json) {
		this.idempotency = idempotency;
		this.json = json;
	}

	/**
	 * Does the work, or answers as when it was done.
	 * @param work within the transaction
	 * @param <T> what it answers
	 * @return the answer, written already: it is for the reader of the request
	 */
	@SuppressWarnings("unchecked")
	public <T> ResponseEntity<T> answer(Supplier<ResponseEntity<T>> work) {
		HttpServletRequest request = request();
		return (ResponseEntity<T>) this.idempotency.once(request.getHeader(Idempotency.HEADER), operation(request),
				SentBody.of(request), () -> written(work.get()));
	}

	/**
	 * Does what a form asks for, or leads to where it led when it was done, and tells
	 * that page when. A form that is sent again with other words is another one, as after
	 * going back.
	 * @param work within the transaction
	 * @return the address it leads to, as {@code redirect:} has it
	 */
	String led(Supplier<String> work) {
		HttpServletRequest request = request();
		String shown = request.getParameter(FIELD);
		if (shown == null || shown.isBlank()) {
			return work.get();
		}
		byte[] said = said(request);
		String operation = operation(request);
		String key = Sha256.of(shown + " " + operation + " " + Sha256.of(said)).toString();
		Idempotency.Done done = this.idempotency.done(key, operation, said,
				() -> ResponseEntity.ok().header(HttpHeaders.LOCATION, work.get()).build());
		if (done.before() != null) {
			RequestContextUtils.getOutputFlashMap(request).put(BEFORE, done.before());
		}
		return Objects.requireNonNull(done.answer().getHeaders().getFirst(HttpHeaders.LOCATION));
	}

	private static HttpServletRequest request() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}

	/** Everything that a form says. */
	private static byte[] said(HttpServletRequest request) {
		Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
		fields.remove(CSRF);
		StringBuilder said = new StringBuilder();
		fields.forEach((name, values) -> said.append(name).append('=').append(Arrays.toString(values)).append('\n'));
		return said.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** With the parameters, such as {@code POST /rosters}. */
	private static String operation(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		String query = request.getQueryString();
		return request.getMethod() + " " + (path.startsWith(API) ? path.substring(API.length()) : path)
				+ ((query != null) ? "?" + query : "");
	}

	private ResponseEntity<byte[]> written(ResponseEntity<?> answer) {
		ResponseEntity.BodyBuilder written = ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.contentType(MediaType.APPLICATION_JSON);
		return (answer.getBody() != null) ? written.body(this.json.writeValueAsBytes(answer.getBody()))
				: written.<byte[]>build();
	}

}
