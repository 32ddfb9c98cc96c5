package org.huiling.problem;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A parameter of a query that is not what is expected, said in the words of fields. */
public final class UnreadParameter {

	private static final int BAD_REQUEST = 400;

	private UnreadParameter() {
	}

	/**
	 * What is wrong with a parameter.
	 * @param mismatch as Spring tells it
	 * @return 400 naming the parameter and what is expected
	 */
	public static InvalidInput refusal(TypeMismatchException mismatch) {
		String name = (mismatch instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: String.valueOf(mismatch.getPropertyName());
		return new InvalidInput(BAD_REQUEST, List.of(error(name, mismatch.getRequiredType())));
	}

	private static FieldError error(String name, @Nullable Class<?> type) {
		if (type == LocalDate.class) {
			return FieldError.of(name, "INVALID_DATE");
		}
		if (type == YearMonth.class) {
			return FieldError.of(name, "INVALID_MONTH");
		}
		if (type == OffsetDateTime.class) {
			return FieldError.of(name, "INVALID_INSTANT");
		}
		if (type == boolean.class || type == Boolean.class) {
			return FieldError.of(name, "UNKNOWN_CODE", "true, false");
		}
		if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
			return FieldError.of(name, "NOT_WHOLE");
		}
		Object[] codes = (type != null) ? type.getEnumConstants() : null;
		return (codes != null)
				? FieldError.of(name, "UNKNOWN_CODE",
						Stream.of(codes).map(Object::toString).collect(Collectors.joining(", ")))
				: FieldError.of(name, "WRONG_TYPE", "text");
	}

}
