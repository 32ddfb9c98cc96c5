package org.huiling.problem;

import java.util.List;

/**
 * One thing wrong with an input.
 *
 * @param field the path of the field, such as {@code applicant.claims[0].date}; a name
 * that looks like an id is not repeated
 * @param code a stable code such as {@code CHECK_DIGIT}; its message stands in the
 * message bundles under {@code error.<code>}
 * @param arguments what the message mentions; never personal data
 */
public record FieldError(String field, String code, List<Object> arguments) {

	public FieldError {
		field = LongDigits.masked(field);
		arguments = List.copyOf(arguments);
	}

	/**
	 * An error of a field.
	 * @param field the path of the field
	 * @param code the stable code
	 * @param arguments what the message mentions
	 * @return the error
	 */
	public static FieldError of(String field, String code, Object... arguments) {
		return new FieldError(field, code, List.of(arguments));
	}

}
