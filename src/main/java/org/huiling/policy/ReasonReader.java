package org.huiling.policy;

import java.util.Objects;
import java.util.Set;

import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import tools.jackson.databind.JsonNode;

/** Reads why something is turned down or taken back. */
public final class ReasonReader {

	private static final int LONGEST = 1000;

	private ReasonReader() {
	}

	/**
	 * Reads the reason.
	 * @param body an object with {@code reason} and nothing else
	 * @return up to 1000 characters
	 */
	public static String read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, Set.of("reason"), errors);
		String reason = fields.required("reason", (field) -> fields.text(field, LONGEST));
		errors.throwIfAny();
		return Objects.requireNonNull(reason);
	}

}
