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

	/** No currency has that code. */
	CURRENCY_UNKNOWN,

	/** The currency is not divided into hundredths. */
	CURRENCY_NOT_IN_HUNDREDTHS,

	/** A program's unit is its jurisdiction's currency. */
	UNIT_OTHER_CURRENCY,

	/** Neither people nor organisations. */
	NO_SUCH_SUBJECT,

	/** What is about organisations is paid to them, and nothing else is. */
	PAID_TO_OTHERS,

	/** Exclusions are about awards of people, and each jurisdiction's own. */
	STACKING_OF_PEOPLE,

	/** Nothing is declared of organisations. */
	NO_SUBJECT_FACTS,

	/** The path says another one. */
	OTHER_ID,

	/** No list is gone over but by claim. */
	OVER_FOR_CLAIMS,

	/** There is no such list. */
	OVER_NO_LIST,

	/** Rules do not see the items of the list. */
	OVER_NO_PATTERN,

	/** The items of the list have no id. */
	OVER_NO_KEY,

	/** The items of the list have no day. */
	OVER_NO_DAY,

	/** The list is sealed. */
	OVER_SEALED;

	InvalidInput refusal(String field, Object... arguments) {
		return new InvalidInput(status(), List.of(FieldError.of(field, name(), arguments)));
	}

	@Override
	public int status() {
		return 422;
	}

}
