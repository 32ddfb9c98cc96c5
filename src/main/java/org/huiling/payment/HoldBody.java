package org.huiling.payment;

import java.time.YearMonth;
import java.util.Set;

import org.huiling.input.Codes;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which payments are to be held back.
 *
 * @param program which program's, null for all
 * @param from since which month
 * @param code why
 * @param reason in the words of who holds them back
 */
record HoldBody(@Nullable String program, YearMonth from, HoldCode code, String reason) {

	static final int LONGEST_REASON = 1000;

	private static final int LONGEST_ID = 64;

	private static final Codes<HoldCode> CODES = Codes.of(HoldCode.class);

	/**
	 * Reads what is asked for.
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 */
	static HoldBody read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, Set.of("program", "from", "code", "reason"), errors);
		String program = fields.text("program", LONGEST_ID);
		YearMonth from = Months.required(fields, "from");
		HoldCode code = fields.required("code", (name) -> fields.code(name, CODES));
		String reason = fields.required("reason", (name) -> fields.text(name, LONGEST_REASON));
		errors.throwIfAny();
		if (from == null || code == null || reason == null) {
			throw new IllegalStateException("a field is missing and no error");
		}
		return new HoldBody(program, from, code, reason);
	}

	/**
	 * Reads why a hold is released.
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 */
	static String releaseReason(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, Set.of("reason"), errors);
		String reason = fields.required("reason", (name) -> fields.text(name, LONGEST_REASON));
		errors.throwIfAny();
		if (reason == null) {
			throw new IllegalStateException("no reason and no error");
		}
		return reason;
	}

}
