package org.huiling.account.keeping;

import org.huiling.input.Fault;

/** What may be wrong with an account that is to be made or changed. */
enum AccountFault implements Fault {

	/** A name is of small letters, digits, dots, lines; or it is reserved. */
	ACCOUNT_NAME,

	/** A prefix of a region is of up to twelve digits. */
	REGION_PREFIX,

	/** There is no such role. */
	UNKNOWN_ROLE,

	/** Two roles that no account has together. */
	ROLES_EXCLUDE;

	@Override
	public int status() {
		return 422;
	}

}
