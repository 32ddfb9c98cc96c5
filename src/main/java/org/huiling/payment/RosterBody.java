package org.huiling.payment;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
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
 */
record RosterBody(String jurisdiction, YearMonth month) {

	private static final Set<String> NAMES = Set.of("jurisdiction", "month");

	private static final int LONGEST_ID = 64;

	/**
	 * Reads an order.
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 */
	static RosterBody read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, NAMES, errors);
		String jurisdiction = fields.required("jurisdiction", (name) -> fields.text(name, LONGEST_ID));
		YearMonth month = month(fields);
		errors.throwIfAny();
		if (jurisdiction == null || month == null) {
			throw new IllegalStateException("a field is missing and no error");
		}
		return new RosterBody(jurisdiction, month);
	}

	private static @Nullable YearMonth month(JsonFields fields) {
		String text = fields.required("month", fields::string);
		try {
			return (text != null) ? YearMonth.parse(text) : null;
		}
		catch (DateTimeParseException ex) {
			fields.refuse("month", RosterFault.INVALID_MONTH);
			return null;
		}
	}

}
