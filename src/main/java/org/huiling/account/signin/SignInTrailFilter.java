package org.huiling.account.signin;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the audit trail who calls the API, and who is refused, there and on pages. */
class SignInTrailFilter extends OncePerRequestFilter {

	private final SignInTrail trail;

	/** Pages sign in once, and say so themselves. */
	private final boolean everyCallSignsIn;

	SignInTrailFilter(SignInTrail trail, boolean everyCallSignsIn) {
		this.trail = trail;
		this.everyCallSignsIn = everyCallSignsIn;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || authentication instanceof AnonymousAuthenticationToken
				|| !authentication.isAuthenticated()) {
			chain.doFilter(request, response);
			return;
		}
		if (this.everyCallSignsIn) {
			this.trail.called(authentication, request.getRemoteAddr());
		}
		chain.doFilter(request, response);
		if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
			this.trail.refused(authentication.getName(), request.getRemoteAddr());
		}
	}

}
