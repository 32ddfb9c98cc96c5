package org.huiling.account.signin;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.account.Authorities;
import org.huiling.account.RegionScope;
import org.huiling.account.Role;
import org.huiling.account.keeping.AccountDirectory;
import org.huiling.account.keeping.AccountName;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** What an OpenID provider says of somebody, as names, roles and regions of ours. */
@Component
class OidcClaims {

	private final OidcSettings settings;

	private final AccountDirectory accounts;

	private final OidcUserService users = new OidcUserService();

	OidcClaims(OidcSettings settings, AccountDirectory accounts) {
		this.settings = settings;
		this.accounts = accounts;
	}

	/** Who sent a token. */
	AbstractAuthenticationToken authentication(Jwt token) {
		String name = name(token.getClaims())
			.orElseThrow(() -> new InvalidBearerTokenException("the token names nobody who may sign in with it"));
		return new JwtAuthenticationToken(token, authorities(token.getClaims()), name);
	}

	/** Who signed in at the provider. */
	OidcUser user(OidcUserRequest request) {
		OidcUser user = this.users.loadUser(request);
		String name = name(user.getClaims()).orElseThrow(() -> new OAuth2AuthenticationException("access_denied"));
		return new NamedOidcUser(authorities(user.getClaims()), user.getIdToken(), user.getUserInfo(), name);
	}

	/**
	 * A name that is an account's is nobody else's, nor is the service's own: what that
	 * account did and what they did could not be told apart.
	 */
	private Optional<String> name(Map<String, Object> claims) {
		return texts(claims, this.settings.nameClaim()).findFirst()
			.filter((name) -> !name.isBlank() && name.strip().equals(name))
			.filter((name) -> Stream.of(name, name.toLowerCase(Locale.ROOT))
				.allMatch((one) -> this.accounts.find(one).isEmpty() && !AccountName.RESERVED.contains(one)));
	}

	private Collection<GrantedAuthority> authorities(Map<String, Object> claims) {
		Set<Role> roles = words(claims, this.settings.rolesClaim()).map((word) -> word.toUpperCase(Locale.ROOT))
			.flatMap((word) -> Stream.of(Role.values()).filter((role) -> role.name().equals(word)))
			.collect(Collectors.toSet());
		List<String> prefixes = words(claims, this.settings.regionsClaim()).map((word) -> word.equals("*") ? "" : word)
			.filter(RegionScope::isPrefix)
			.toList();
		return Authorities.of(roles, new RegionScope(prefixes));
	}

	private static Stream<String> words(Map<String, Object> claims, String claim) {
		return texts(claims, claim).flatMap((text) -> Stream.of(text.strip().split("\\s+")))
			.filter((word) -> !word.isEmpty());
	}

	private static Stream<String> texts(Map<String, Object> claims, String claim) {
		Object value = value(claims, claim);
		Collection<?> values = (value instanceof Collection<?> list) ? list
				: (value != null) ? List.of(value) : List.of();
		return values.stream().filter(String.class::isInstance).map(String.class::cast);
	}

	private static @Nullable Object value(Map<String, Object> claims, String claim) {
		if (claims.containsKey(claim)) {
			return claims.get(claim);
		}
		int dot = claim.indexOf('.');
		if (dot < 0 || !(claims.get(claim.substring(0, dot)) instanceof Map<?, ?> inner)) {
			return null;
		}
		Map<String, Object> named = inner.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() != null)
			.collect(Collectors.toMap((entry) -> String.valueOf(entry.getKey()), Map.Entry::getValue));
		return value(named, claim.substring(dot + 1));
	}

}
