package org.huiling.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Roles and regions as Spring Security carries them, whichever way somebody signed in.
 */
public final class Authorities {

	private static final String REGION = "REGION_";

	private Authorities() {
	}

	public static List<GrantedAuthority> of(Collection<Role> roles, RegionScope regions) {
		List<GrantedAuthority> authorities = new ArrayList<>();
		roles.forEach((role) -> authorities.add(new SimpleGrantedAuthority(role.authority())));
		regions.prefixes().forEach((prefix) -> authorities.add(new SimpleGrantedAuthority(REGION + prefix)));
		return authorities;
	}

	/** The role that an authority stands for, if it stands for one. */
	public static Stream<Role> role(String authority) {
		return Stream.of(Role.values()).filter((role) -> role.authority().equals(authority));
	}

	/** The prefix that an authority stands for, if it stands for one. */
	public static Stream<String> region(String authority) {
		return authority.startsWith(REGION) ? Stream.of(authority.substring(REGION.length())) : Stream.empty();
	}

}
