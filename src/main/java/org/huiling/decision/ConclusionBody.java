package org.huiling.decision;

import java.time.LocalDate;
import java.util.Set;

import org.huiling.input.Codes;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import tools.jackson.databind.JsonNode;

/**
 * What became of an objection.
 *
 * @param outcome what became of it
 * @param reason why
 * @param date the day of it
 */
record ConclusionBody(Objection.Outcome outcome, String reason, LocalDate date) {

	private static final Codes<Objection.Outcome> OUTCOMES = Codes.of(Objection.Outcome.class);

	/**
	 * Reads a request.
	 * @param earliest the day of the objection
	 * @param today the day it is
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read;
	 * 422 if the day cannot be right
	 */
	static ConclusionBody read(JsonNode body, LocalDate earliest, LocalDate today) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, Set.of("outcome", "reason", "date"), errors);
		Objection.Outcome outcome = fields.required("outcome", (name) -> fields.code(name, OUTCOMES));
		String reason = fields.required("reason", (name) -> fields.text(name, DecideBody.LONGEST_REASON));
		LocalDate date = fields.required("date", fields::date);
		ObjectionBody.refuse(fields, date, earliest, today);
		errors.throwIfAny();
		if (outcome == null || reason == null || date == null) {
			throw new IllegalStateException("a field is absent and no error");
		}
		return new ConclusionBody(outcome, reason, date);
	}

}
