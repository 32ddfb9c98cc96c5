package org.huiling.applicant.register;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A body of {@code PUT /applicants/{id}/records}.
 *
 * @param validFrom null if it is that of the record corrected
 * @param facts a part of an applicant, not read yet
 * @param reason in the words of who records it
 * @param corrects the record that was wrong
 */
record RecordBody(@Nullable LocalDate validFrom, JsonNode facts, @Nullable String reason, @Nullable UUID corrects) {

	static final int LONGEST_REASON = 1000;

	private static final Set<String> NAMES = Set.of("validFrom", "facts", "reason", "corrects");

	static RecordBody read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, NAMES, errors);
		UUID corrects = id(fields, "corrects");
		LocalDate validFrom = (corrects != null) ? fields.date("validFrom")
				: fields.required("validFrom", fields::date);
		JsonNode facts = body.hasNonNull("facts") ? body.get("facts") : JsonNodeFactory.instance.objectNode();
		if (facts.isEmpty() && facts.isObject() && corrects == null) {
			fields.refuse("facts", RegisterFault.NOTHING_GIVEN);
		}
		String reason = fields.text("reason", LONGEST_REASON);
		errors.throwIfAny();
		return new RecordBody(validFrom, facts, reason, corrects);
	}

	static @Nullable UUID id(JsonFields fields, String name) {
		String text = fields.string(name);
		if (text == null) {
			return null;
		}
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			fields.refuse(name, RegisterFault.INVALID_ID);
			return null;
		}
	}

}
