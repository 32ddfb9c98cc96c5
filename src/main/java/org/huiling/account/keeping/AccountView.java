package org.huiling.account.keeping;

import java.util.List;

import org.huiling.account.Role;

/**
 * An account as the API shows it.
 *
 * @param name how they sign in
 * @param displayName how others call them
 * @param roles what they may do, in the order of the list of roles
 * @param regions prefixes of region codes, the empty one is everywhere
 * @param enabled false while they may not sign in
 */
public record AccountView(String name, String displayName, List<Role> roles, List<String> regions, boolean enabled) {

	static AccountView of(Account account) {
		return new AccountView(account.name(), account.displayName(), account.roles().stream().sorted().toList(),
				account.regions().prefixes(), account.enabled());
	}

}
