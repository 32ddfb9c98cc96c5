package org.huiling.decision;

import java.time.LocalDate;
import java.util.Set;

import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An objection that is recorded.
 *
 * @param date the day it was made
 * @param grounds why, null if not said
 */
record ObjectionBody(LocalDate date, @Nullable String grounds) {

	private static final int LONGEST_GROUNDS = 4000;

	/**
	 * Reads a request.
	 * @param earliest the day of the decision
	 * @param today the day it is
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read;
	 * 422 if the day cannot be right
	 */
	static ObjectionBody read(JsonNode body, LocalDate earliest, LocalDate today) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, Set.of("date", "grounds"), errors);
		LocalDate date = fields.required("date", fields::date);
		refuse(fields, date, earliest, today);
		String grounds = fields.text("grounds", LONGEST_GROUNDS);
		errors.throwIfAny();
		if (date == null) {
			throw new IllegalStateException("no date and no error");
		}
		return new ObjectionBody(date, grounds);
	}

	/** A day cannot lie before what it follows, or in the future. */
	static void refuse(JsonFields fields, @Nullable LocalDate date, LocalDate earliest, LocalDate today) {
		if (date != null && date.isBefore(earliest)) {
			fields.refuse("date", RequestFault.TOO_EARLY, earliest.toString());
		}
		else if (date != null && date.isAfter(today)) {
			fields.refuse("date", RequestFault.NOT_YET, today.toString());
		}
	}

}
