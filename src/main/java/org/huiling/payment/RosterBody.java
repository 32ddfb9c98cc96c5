package org.huiling.payment;

import java.time.YearMonth;
import java.util.Set;

import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A roster as it is ordered.
 *
 * @param jurisdiction its id
 * @param month which month
 * @param skipping why months before it have no roster, null if none is missing
 */
record RosterBody(String jurisdiction, YearMonth month, @Nullable String skipping) {

	private static final Set<String> NAMES = Set.of("jurisdiction", "month", "skipping");

	private static final int LONGEST_REASON = 1000;

	private static final int LONGEST_ID = 64;

	/**
	 * Reads an order.
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 */
	static RosterBody read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, NAMES, errors);
		String jurisdiction = fields.required("jurisdiction", (name) -> fields.text(name, LONGEST_ID));
		YearMonth month = Months.required(fields, "month");
		String skipping = fields.text("skipping", LONGEST_REASON);
		errors.throwIfAny();
		if (jurisdiction == null || month == null) {
			throw new IllegalStateException("a field is missing and no error");
		}
		return new RosterBody(jurisdiction, month, skipping);
	}

}
