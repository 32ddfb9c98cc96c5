package org.huiling.problem;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception that reaches a controller's caller into a problem. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private final ProblemTexts problems;

	ProblemAdvice(ProblemTexts problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<Object> invalid(InvalidInput invalid) {
		return answer(this.problems.invalid(invalid.status(), invalid.errors(), locale()));
	}

	@ExceptionHandler
	ResponseEntity<Object> refused(Refusal refusal) {
		return answer(this.problems.refused(refusal, locale()));
	}

	@ExceptionHandler
	ResponseEntity<Object> tooLarge(BodyTooLarge tooLarge) {
		return answer(
				this.problems.problem(BodyTooLarge.STATUS, BodyTooLarge.CODE, List.of(tooLarge.limit()), locale()));
	}

	/** A form sent to the API, which is looked at as late as that. */
	@ExceptionHandler
	ResponseEntity<Object> unreadable(InvalidParameterException unreadable) {
		return answer(this.problems.problem(HttpStatus.BAD_REQUEST.value(), "PARAMETER_ENCODING", List.of(), locale()));
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unexpected(Exception unexpected) {
		if (ClientGone.is(unexpected)) {
			return null;
		}
		return answer(this.problems.unexpected(unexpected, locale()));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
			if (cause instanceof BodyTooLarge tooLarge) {
				return tooLarge(tooLarge);
			}
			if (cause instanceof InvalidInput invalid) {
				return invalid(invalid);
			}
			if (cause instanceof IOException && ClientGone.is(cause)) {
				return null;
			}
		}
		return answer(this.problems.invalid(status.value(), List.of(FieldError.of("", "BODY_MISSING")), locale()));
	}

	@Override
	protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		return answer(this.problems.invalid(status.value(), UnreadParameter.refusal(mismatch).errors(), locale()));
	}

	@Override
	protected ResponseEntity<Object> handleMissingServletRequestParameter(
			MissingServletRequestParameterException missing, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		FieldError error = FieldError.of(missing.getParameterName(), "REQUIRED");
		return answer(this.problems.invalid(status.value(), List.of(error), locale()));
	}

	/** Whatever else Spring MVC finds: unknown path, wrong method, wrong content type. */
	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (status.is5xxServerError()) {
			return unexpected(ex);
		}
		ProblemBody problem = this.problems.problem(status.value(), StatusCodes.code(status), List.of(), locale());
		return ProblemTexts.answer(problem, headers, locale());
	}

	private static ResponseEntity<Object> answer(ProblemBody problem) {
		return ProblemTexts.answer(problem, HttpHeaders.EMPTY, locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
