package org.huiling.account.signin;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * Somebody who signed in at an OpenID provider, under the name of the claim chosen; the
 * same each time, so that their sessions are counted together.
 */
class NamedOidcUser extends DefaultOidcUser {

	private static final long serialVersionUID = 1L;

	private final String name;

	NamedOidcUser(Collection<? extends GrantedAuthority> authorities, OidcIdToken token, @Nullable OidcUserInfo info,
			String name) {
		super(authorities, token, info);
		this.name = name;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof NamedOidcUser user && this.name.equals(user.name);
	}

	@Override
	public int hashCode() {
		return this.name.hashCode();
	}

}
