package org.huiling.problem;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes problem details in the reader's language. */
@Component
public class ProblemTexts {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final MessageSource messages;

	private final Clock clock;

	ProblemTexts(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * A problem.
	 * @param status the HTTP status
	 * @param code the stable code, the last part of its type
	 * @param arguments what its detail mentions
	 * @param locale the reader's
	 * @return the body
	 */
	ProblemBody problem(int status, String code, List<Object> arguments, Locale locale) {
		URI type = URI.create("urn:huiling:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
		String title = text("problem." + code + ".title", List.of(), locale, reason(status));
		String detail = text("problem." + code + ".detail", arguments, locale, title);
		return new ProblemBody(type, title, status, detail, null, null);
	}

	/**
	 * A problem of an input.
	 * @param status the HTTP status
	 * @param errors what is wrong
	 * @param locale the reader's
	 * @return the body, with a list {@code errors}
	 */
	ProblemBody invalid(int status, List<FieldError> errors, Locale locale) {
		List<ProblemBody.Entry> entries = errors.stream().map((error) -> entry(error, locale)).toList();
		return problem(status, "INVALID_INPUT", List.of(errors.size()), locale).with(entries);
	}

	/**
	 * A request that is turned down.
	 * @param refusal why
	 * @param locale the reader's
	 * @return the body, with a list {@code errors} if files are at fault
	 */
	ProblemBody refused(Refusal refusal, Locale locale) {
		ProblemBody body = problem(refusal.status(), refusal.code(), refusal.arguments(), locale);
		return refusal.errors().isEmpty() ? body
				: body.with(refusal.errors().stream().map((error) -> ProblemBody.Entry.of(error, locale)).toList());
	}

	/**
	 * The answer that carries a problem.
	 * @param problem the body
	 * @param headers what else the answer must say, such as {@code Allow}
	 * @param locale the language of the body
	 * @return the answer
	 */
	static ResponseEntity<Object> answer(ProblemBody problem, HttpHeaders headers, Locale locale) {
		return ResponseEntity.status(problem.status())
			.headers(headers)
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	/**
	 * What a page says about an exception that its controller threw.
	 * @param thrown a refusal, an input that is wrong, or an error of the service's own,
	 * which is logged with its number
	 * @param locale the reader's
	 * @return the problem
	 */
	public ProblemBody describe(Exception thrown, Locale locale) {
		if (thrown instanceof InvalidInput invalid) {
			return invalid(invalid.status(), invalid.errors(), locale);
		}
		if (thrown instanceof Refusal refusal) {
			return problem(refusal.status(), refusal.code(), refusal.arguments(), locale);
		}
		return unexpected(thrown, locale);
	}

	/**
	 * An error of the service's own, or of its database; it is logged with its number.
	 */
	ProblemBody unexpected(Exception thrown, Locale locale) {
		String incident = Incident.log(thrown);
		DatabaseTrouble trouble = DatabaseTrouble.of(thrown);
		return ((trouble != null) ? problem(DatabaseTrouble.STATUS, trouble.name(), List.of(incident), locale)
				: problem(HttpStatus.INTERNAL_SERVER_ERROR.value(), "INTERNAL_ERROR", List.of(incident), locale))
			.with(incident);
	}

	private ProblemBody.Entry entry(FieldError error, Locale locale) {
		return ProblemBody.Entry.of(error.field(), error.code(), message(error, locale));
	}

	/**
	 * What is wrong, in a sentence.
	 * @param error the error
	 * @param locale the reader's
	 * @return its message, or its code where it has none
	 */
	public String message(FieldError error, Locale locale) {
		return text("error." + error.code(), error.arguments(), locale, error.code());
	}

	private String text(String key, List<Object> arguments, Locale locale, String fallback) {
		Object[] places = arguments.stream().map(this::plain).toArray();
		return Objects.requireNonNullElse(this.messages.getMessage(key, places, fallback, locale), fallback);
	}

	/**
	 * Whole numbers stay numbers, since messages choose and format by them. Instants are
	 * the day and minute it was where people live.
	 */
	private Object plain(Object argument) {
		if (argument instanceof Instant instant) {
			return MINUTE.format(instant.atZone(this.clock.getZone()));
		}
		if (argument instanceof BigDecimal number) {
			return number.toPlainString();
		}
		return (argument instanceof Integer) ? argument : argument.toString();
	}

	private static String reason(int status) {
		HttpStatus known = HttpStatus.resolve(status);
		return (known != null) ? known.getReasonPhrase() : Integer.toString(status);
	}

}
