package org.huiling.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * What is wrong with a JSON body, said without any class of ours and without its values.
 */
final class JsonErrors {

	private static final Pattern DUPLICATE = Pattern.compile("^Duplicate Object property \"([^\"]*)\"");

	private JsonErrors() {
	}

	/**
	 * The error behind an unreadable body.
	 * @param unreadable as Spring reports it
	 * @return where it is and what it is
	 */
	static FieldError of(HttpMessageNotReadableException unreadable) {
		for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof JacksonException json) {
				return of(json);
			}
		}
		return FieldError.of("", "BODY_MISSING");
	}

	/**
	 * The error that a JSON parser or binder reports.
	 * @param json what it threw
	 * @return where it is and what it is
	 */
	static FieldError of(JacksonException json) {
		if (json instanceof UnrecognizedPropertyException unknown) {
			return FieldError.of(path(json), "UNKNOWN_PROPERTY", unknown.getPropertyName(), 0, "");
		}
		if (json instanceof InvalidNullException) {
			return FieldError.of(path(json), "REQUIRED");
		}
		if (json instanceof StreamConstraintsException) {
			return at(json, "TOO_COMPLEX");
		}
		if (json instanceof JacksonIOException) {
			return at(json, "WRONG_ENCODING");
		}
		if (json instanceof StreamReadException) {
			return syntax(json);
		}
		if (json instanceof MismatchedInputException && json.getPath().isEmpty()) {
			return at(json, "WRONG_SHAPE");
		}
		Class<?> expected = (json instanceof MismatchedInputException mismatch) ? mismatch.getTargetType() : null;
		return FieldError.of(path(json), "WRONG_TYPE", (expected != null) ? expected.getSimpleName() : "JSON");
	}

	private static FieldError syntax(JacksonException json) {
		String message = json.getOriginalMessage();
		Matcher duplicate = DUPLICATE.matcher(message);
		if (duplicate.find()) {
			FieldError at = at(json, "DUPLICATE_PROPERTY");
			return FieldError.of(duplicate.group(1), "DUPLICATE_PROPERTY", duplicate.group(1), at.arguments().get(0),
					at.arguments().get(1));
		}
		return at(json, message.startsWith("Invalid UTF-8") ? "WRONG_ENCODING" : "MALFORMED_JSON");
	}

	private static FieldError at(JacksonException json, String code) {
		int line = (json.getLocation() != null) ? json.getLocation().getLineNr() : 1;
		int column = (json.getLocation() != null) ? json.getLocation().getColumnNr() : 1;
		return FieldError.of(path(json), code, line, column);
	}

	/** The path as the sender would write it: {@code applicant.claims[0].date}. */
	private static String path(JacksonException json) {
		StringBuilder path = new StringBuilder();
		for (Reference step : json.getPath()) {
			if (step.getPropertyName() == null) {
				path.append('[').append(step.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
		}
		return path.toString();
	}

}
