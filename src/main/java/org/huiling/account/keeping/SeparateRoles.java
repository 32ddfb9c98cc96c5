package org.huiling.account.keeping;

import java.util.List;
import java.util.Set;

import org.huiling.account.Role;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

/**
 * Roles that no account has together: who keeps accounts does nothing else, who writes
 * policies approves none, who makes rosters releases none.
 */
final class SeparateRoles {

	private static final int UNPROCESSABLE = 422;

	private SeparateRoles() {
	}

	/**
	 * Refuses roles that exclude each other.
	 * @param roles of one account
	 * @throws InvalidInput 422 {@code ROLES_EXCLUDE} naming the pair
	 */
	static void require(Set<Role> roles) {
		if (roles.contains(Role.ADMIN)) {
			roles.stream().filter((role) -> role != Role.ADMIN).sorted().forEach((role) -> refuse(Role.ADMIN, role));
		}
		requireOne(roles, Role.POLICY_EDITOR, Role.POLICY_APPROVER);
		requireOne(roles, Role.BATCH_OPERATOR, Role.PAYMASTER);
	}

	private static void requireOne(Set<Role> roles, Role one, Role other) {
		if (roles.contains(one) && roles.contains(other)) {
			refuse(one, other);
		}
	}

	private static void refuse(Role one, Role other) {
		throw new InvalidInput(UNPROCESSABLE,
				List.of(FieldError.of("roles", AccountFault.ROLES_EXCLUDE.name(), one.name(), other.name())));
	}

}
