package org.huiling.account;

import java.util.List;

import org.huiling.input.Fault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

/** What may be wrong with an account that is to be made or changed. */
enum AccountFault implements Fault {

	/** A name is of small letters, digits, dots, lines; or it is reserved. */
	ACCOUNT_NAME,

	/** A prefix of a region is of up to twelve digits. */
	REGION_PREFIX,

	/** There is no such role. */
	UNKNOWN_ROLE,

	/** Too few characters. */
	PASSWORD_TOO_SHORT,

	/** Too many bytes. */
	PASSWORD_TOO_LONG,

	/** Among the first that are tried. */
	PASSWORD_COMMON,

	/** Not the current one. */
	PASSWORD_WRONG,

	/** The current one. */
	PASSWORD_SAME,

	/** Two roles that no account has together. */
	ROLES_EXCLUDE;

	InvalidInput refusal(String field, Object... arguments) {
		return new InvalidInput(status(), List.of(FieldError.of(field, name(), arguments)));
	}

	@Override
	public int status() {
		return 422;
	}

}
