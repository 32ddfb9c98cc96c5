package org.huiling.decision;

import java.util.List;
import java.util.Set;

import org.huiling.facts.Period;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be decided.
 *
 * @param period the month or year
 * @param programs their ids, each once; null for all
 * @param jurisdiction its id; null for the one of the person's hukou, or else of what
 * stands
 * @param reason why it is decided, for the record; null if not said
 */
record DecideBody(Period period, @Nullable List<String> programs, @Nullable String jurisdiction,
		@Nullable String reason) {

	static final int LONGEST_REASON = 1000;

	private static final Set<String> NAMES = Set.of("period", "programs", "jurisdiction", "reason");

	private static final int LONGEST_ID = 64;

	private static final int MOST_PROGRAMS = 100;

	DecideBody {
		programs = (programs != null) ? List.copyOf(programs) : null;
	}

	/**
	 * Reads a request.
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 */
	static DecideBody read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, NAMES, errors);
		String text = fields.required("period", fields::string);
		Period period = (text != null) ? Moments.period(text) : null;
		if (text != null && period == null) {
			fields.refuse("period", RequestFault.INVALID_PERIOD);
		}
		List<String> programs = fields.texts("programs", MOST_PROGRAMS, LONGEST_ID);
		String jurisdiction = fields.text("jurisdiction", LONGEST_ID);
		String reason = fields.text("reason", LONGEST_REASON);
		errors.throwIfAny();
		if (period == null) {
			throw new IllegalStateException("no period and no error");
		}
		return new DecideBody(period, programs, jurisdiction, reason);
	}

}
