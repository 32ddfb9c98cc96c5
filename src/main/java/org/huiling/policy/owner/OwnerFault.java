package org.huiling.policy.owner;

import java.util.List;

import org.huiling.input.Fault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

/** What may be wrong with a jurisdiction or a program. */
enum OwnerFault implements Fault {

	/** Small letters, digits and hyphens. */
	ID_NOT_ADMITTED,

	/** Two to twelve digits. */
	PREFIX_NOT_ADMITTED,

	/** The path says another one. */
	OTHER_ID;

	InvalidInput refusal(String field, Object... arguments) {
		return new InvalidInput(status(), List.of(FieldError.of(field, name(), arguments)));
	}

	@Override
	public int status() {
		return 422;
	}

}
