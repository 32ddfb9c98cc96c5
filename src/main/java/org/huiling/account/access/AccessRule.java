package org.huiling.account.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.account.Role;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may call an end point.
 *
 * @param method the HTTP method
 * @param pattern the path, as its controller writes it
 * @param audience who
 * @param roles one of which is needed, if the audience is of roles
 */
public record AccessRule(HttpMethod method, String pattern, Audience audience, Set<Role> roles) {

	/** Who an end point is open to. */
	public enum Audience {

		/** Anybody, signed in or not. */
		ANYBODY,

		/** Whoever is signed in. */
		SIGNED_IN,

		/** Whoever has one of the roles. */
		ROLES

	}

	static AccessRule anybody(HttpMethod method, String pattern) {
		return new AccessRule(method, pattern, Audience.ANYBODY, Set.of());
	}

	static AccessRule signedIn(HttpMethod method, String pattern) {
		return new AccessRule(method, pattern, Audience.SIGNED_IN, Set.of());
	}

	static AccessRule roles(HttpMethod method, String pattern, Role first, Role... others) {
		return new AccessRule(method, pattern, Audience.ROLES, EnumSet.of(first, others));
	}

	/** What Spring Security matches; who may GET may HEAD. */
	public List<RequestMatcher> matchers() {
		return Stream.of(this.method, HttpMethod.GET.equals(this.method) ? HttpMethod.HEAD : this.method)
			.distinct()
			.map((each) -> (RequestMatcher) PathPatternRequestMatcher.pathPattern(each, this.pattern))
			.toList();
	}

	public String[] authorities() {
		return this.roles.stream().map(Role::authority).toArray(String[]::new);
	}

}
