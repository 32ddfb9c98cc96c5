package org.huiling.recorded;

import java.util.List;
import java.util.stream.Collectors;

import org.huiling.applicant.reading.RecordWarning;
import org.huiling.problem.FieldError;

/** Errors and warnings as recordings have them: in no order, without what a text says. */
public final class Told {

	private Told() {
	}

	/**
	 * Errors, each with its field, code and the fields it mentions.
	 * @param errors in any order
	 * @return the same text for the same errors
	 */
	public static String errors(List<FieldError> errors) {
		return errors.stream()
			.map((error) -> error.field() + " " + error.code() + " " + mentions(error.arguments()))
			.sorted()
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Warnings, each with its field, code and the fields it mentions.
	 * @param warnings in any order
	 * @return the same text for the same warnings
	 */
	public static String warnings(List<RecordWarning> warnings) {
		return warnings.stream()
			.map((warning) -> warning.field() + " " + warning.code() + " " + mentions(warning.arguments()))
			.sorted()
			.collect(Collectors.joining("\n"));
	}

	/** What a fact file declares comes with its text in both languages. */
	private static List<Object> mentions(List<Object> arguments) {
		boolean stated = arguments.size() > 1 && arguments.get(0) instanceof String text
				&& text.codePoints()
					.anyMatch((point) -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
				&& text.endsWith("。");
		return stated ? arguments.subList(2, arguments.size()) : arguments;
	}

}
