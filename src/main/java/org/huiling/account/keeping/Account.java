package org.huiling.account.keeping;

import java.util.List;
import java.util.Set;

import org.huiling.account.Authorities;
import org.huiling.account.RegionScope;
import org.huiling.account.Role;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.security.core.GrantedAuthority;

/**
 * Somebody who signs in with a password.
 *
 * @param name how they sign in, and how everything they do is recorded
 * @param displayName how others call them
 * @param roles what they may do
 * @param regions where they may do it
 * @param enabled false while they may not sign in
 * @param password hashed
 * @param mustChangePassword true after a reset, until they have chosen one themselves
 * @param revision counts the changes; 0 until it is on file
 */
public record Account(@Id String name, String displayName, Set<Role> roles, @Embedded.Empty RegionScope regions,
		boolean enabled, String password, boolean mustChangePassword, @Version int revision) {

	public Account {
		roles = Set.copyOf(roles);
	}

	boolean isAdministrator() {
		return this.enabled && this.roles.contains(Role.ADMIN);
	}

	public List<GrantedAuthority> authorities() {
		return Authorities.of(this.roles, this.regions);
	}

	/** Without the password's hash. */
	@Override
	public String toString() {
		return this.name + "#" + this.revision;
	}

}
