package org.huiling.idempotency;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.huiling.input.SentBody;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Does what the current request asks for in one transaction, and once for its
 * {@code Idempotency-Key}.
 */
@Component
public class Once {

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
		HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
			.getRequest();
		return (ResponseEntity<T>) this.idempotency.once(request.getHeader(Idempotency.HEADER), operation(request),
				SentBody.of(request), () -> written(work.get()));
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
