package org.huiling.decision;

import java.util.Set;

import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import tools.jackson.databind.JsonNode;

/**
 * Why a decision is revoked.
 *
 * @param reason in the words of who revokes it
 */
record RevokeBody(String reason) {

	/**
	 * Reads a request.
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 */
	static RevokeBody read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, Set.of("reason"), errors);
		String reason = fields.required("reason", (name) -> fields.text(name, DecideBody.LONGEST_REASON));
		errors.throwIfAny();
		if (reason == null) {
			throw new IllegalStateException("no reason and no error");
		}
		return new RevokeBody(reason);
	}

}
