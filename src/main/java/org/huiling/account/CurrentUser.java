package org.huiling.account;

import java.util.Set;

import org.huiling.problem.Refusal;

/**
 * Who is asking: the account, or the person whom an OpenID provider vouches for, behind
 * the request of the current thread. Where nobody is signed in it is the service itself,
 * which has no role and reaches no region.
 */
public interface CurrentUser {

	/**
	 * The name under which everything is recorded.
	 * @return the account's name, {@code system} where nobody is signed in
	 */
	String name();

	/**
	 * What they may do.
	 * @return their roles
	 */
	Set<Role> roles();

	/**
	 * Where they may do it.
	 * @return the regions they reach
	 */
	RegionScope regions();

	/**
	 * Whether they have a role.
	 * @param role the role
	 * @return true if it is one of theirs
	 */
	default boolean has(Role role) {
		return roles().contains(role);
	}

	/**
	 * Refuses who does not have a role.
	 * @param role the role needed
	 * @throws Refusal 403 {@code ROLE_MISSING}
	 */
	default void requireRole(Role role) {
		if (!has(role)) {
			throw new Refusal(403, "ROLE_MISSING", role.name());
		}
	}

	/**
	 * Refuses who does not reach a region.
	 * @param regionCode the region's code
	 * @throws Refusal 403 {@code OUTSIDE_REGION}
	 */
	default void requireRegion(String regionCode) {
		if (!regions().covers(regionCode)) {
			throw new Refusal(403, "OUTSIDE_REGION");
		}
	}

}
