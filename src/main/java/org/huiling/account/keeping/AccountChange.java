package org.huiling.account.keeping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.account.RegionScope;
import org.huiling.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of an account; null leaves a field as it is.
 *
 * @param displayName how others call them
 * @param roles what they may do
 * @param regions where they may do it
 * @param enabled whether they may sign in
 * @param password a new one, as typed
 */
record AccountChange(@Nullable String displayName, @Nullable Set<Role> roles, @Nullable RegionScope regions,
		@Nullable Boolean enabled, @Nullable String password) {

	/**
	 * The account as it is to be.
	 * @param account as it is
	 * @param hash the new password's, or the old one
	 * @param mustChange whether they have to choose another one
	 * @return of the same revision: what keeps it counts
	 */
	Account applyTo(Account account, String hash, boolean mustChange) {
		return new Account(account.name(), (this.displayName != null) ? this.displayName : account.displayName(),
				(this.roles != null) ? this.roles : account.roles(),
				(this.regions != null) ? this.regions.sorted() : account.regions(),
				(this.enabled != null) ? this.enabled : account.enabled(), hash, mustChange, account.revision());
	}

	/**
	 * What the trail says of it: neither the password nor how somebody is called.
	 * @return the fields given
	 */
	Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		if (this.displayName != null) {
			details.put("displayName", "changed");
		}
		if (this.roles != null) {
			details.put("roles", this.roles.stream().sorted().toList());
		}
		if (this.regions != null) {
			details.put("regions", List.copyOf(this.regions.prefixes()));
		}
		if (this.enabled != null) {
			details.put("enabled", this.enabled);
		}
		if (this.password != null) {
			details.put("password", "reset");
		}
		return details;
	}

	/** Without the password. */
	@Override
	public String toString() {
		return details().toString();
	}

}
