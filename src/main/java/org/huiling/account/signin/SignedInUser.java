package org.huiling.account.signin;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.account.Authorities;
import org.huiling.account.CurrentUser;
import org.huiling.account.RegionScope;
import org.huiling.account.Role;
import org.huiling.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Reads the current user from what Spring Security knows of the request. */
@Component
class SignedInUser implements CurrentUser {

	@Override
	public String name() {
		Authentication authentication = authentication();
		return (authentication != null) ? authentication.getName() : AuditTrail.SYSTEM;
	}

	@Override
	public Set<Role> roles() {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		authorities().flatMap(Authorities::role).forEach(roles::add);
		return roles;
	}

	@Override
	public RegionScope regions() {
		return new RegionScope(authorities().flatMap(Authorities::region).toList());
	}

	private static Stream<String> authorities() {
		Authentication authentication = authentication();
		return (authentication == null) ? Stream.empty()
				: authentication.getAuthorities().stream().map((each) -> String.valueOf(each.getAuthority()));
	}

	private static @Nullable Authentication authentication() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication instanceof AnonymousAuthenticationToken) ? null : authentication;
	}

}
