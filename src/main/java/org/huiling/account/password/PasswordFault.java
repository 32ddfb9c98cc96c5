package org.huiling.account.password;

import java.util.List;

import org.huiling.input.Fault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

/** What may be wrong with a password that somebody is to have. */
public enum PasswordFault implements Fault {

	/** Too few characters. */
	PASSWORD_TOO_SHORT,

	/** Too many bytes. */
	PASSWORD_TOO_LONG,

	/** Among the first that are tried. */
	PASSWORD_COMMON,

	/** Not the current one. */
	PASSWORD_WRONG,

	/** The current one. */
	PASSWORD_SAME;

	public InvalidInput refusal(String field, Object... arguments) {
		return new InvalidInput(status(), List.of(FieldError.of(field, name(), arguments)));
	}

	@Override
	public int status() {
		return 422;
	}

}
