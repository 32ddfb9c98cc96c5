package org.huiling.account.signin;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.huiling.account.SignedInAccount;
import org.huiling.account.keeping.AccountDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account was disabled or changed since it began, and one that has
 * lasted too long, however busy.
 */
class CurrentAccountFilter extends OncePerRequestFilter {

	private final AccountDirectory accounts;

	private final Duration longest;

	CurrentAccountFilter(AccountDirectory accounts, Duration longest) {
		this.accounts = accounts;
		this.longest = longest;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		HttpSession session = request.getSession(false);
		if (authentication != null && (isOutdated(authentication) || isOver(session))) {
			SecurityContextHolder.clearContext();
			if (session != null) {
				session.invalidate();
			}
		}
		chain.doFilter(request, response);
	}

	private boolean isOutdated(Authentication authentication) {
		return authentication.getPrincipal() instanceof SignedInAccount account && !this.accounts.isCurrent(account);
	}

	private boolean isOver(@Nullable HttpSession session) {
		return session != null && System.currentTimeMillis() - session.getCreationTime() > this.longest.toMillis();
	}

}
