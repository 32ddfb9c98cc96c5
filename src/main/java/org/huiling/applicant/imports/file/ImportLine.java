package org.huiling.applicant.imports.file;

import java.util.List;

import org.huiling.input.Fault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of a file.
 *
 * @param number from 1, the header being one; the first of several that one row takes
 * @param text as it stands in the file
 * @param given the applicant, null if the line cannot be read
 * @param refusal why it cannot be read
 */
public record ImportLine(long number, String text, @Nullable JsonNode given, @Nullable InvalidInput refusal) {

	static ImportLine of(long number, String text, JsonNode given) {
		return new ImportLine(number, text, given, null);
	}

	static ImportLine refused(long number, String text, Fault fault, Object... arguments) {
		return new ImportLine(number, text, null,
				new InvalidInput(fault.status(), List.of(FieldError.of("", fault.name(), arguments))));
	}

}
