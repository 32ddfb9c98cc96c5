package org.huiling.idempotency;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.huiling.input.SentBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Does an end point's work once for each key. */
class OnceInterceptor implements MethodInterceptor {

	private static final String API = "/api/v1";

	private final ObjectProvider<Idempotency> idempotency;

	private final ObjectProvider<JsonMapper> json;

	OnceInterceptor(ObjectProvider<Idempotency> idempotency, ObjectProvider<JsonMapper> json) {
		this.idempotency = idempotency;
		this.json = json;
	}

	@Override
	public Object invoke(MethodInvocation call) {
		HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
			.getRequest();
		return this.idempotency.getObject()
			.once(request.getHeader(Idempotency.HEADER), operation(request), SentBody.of(request), () -> answer(call));
	}

	/** With the parameters, such as {@code POST /rosters}. */
	private static String operation(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		String query = request.getQueryString();
		return request.getMethod() + " " + (path.startsWith(API) ? path.substring(API.length()) : path)
				+ ((query != null) ? "?" + query : "");
	}

	private ResponseEntity<byte[]> answer(MethodInvocation call) {
		ResponseEntity<?> answer = (ResponseEntity<?>) Objects.requireNonNull(proceed(call), "no answer");
		ResponseEntity.BodyBuilder written = ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.contentType(MediaType.APPLICATION_JSON);
		return (answer.getBody() != null) ? written.body(this.json.getObject().writeValueAsBytes(answer.getBody()))
				: written.<byte[]>build();
	}

	private static @Nullable Object proceed(MethodInvocation call) {
		try {
			return call.proceed();
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
