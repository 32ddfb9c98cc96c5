package org.huiling.account.signin;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.account.SignedInAccount;
import org.huiling.account.keeping.Account;
import org.huiling.account.keeping.AccountDirectory;
import org.huiling.problem.ProblemWriter;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets who got another password from the administrator do nothing before they have chosen
 * their own: the API says so, pages lead there.
 */
class PasswordChangeFilter extends OncePerRequestFilter {

	private static final String PAGE = "/password";

	private static final Set<String> OPEN = Set.of("GET /api/v1/accounts/me", "PUT /api/v1/accounts/me/password",
			"GET " + PAGE, "POST " + PAGE, "POST /language");

	private final AccountDirectory accounts;

	private final ProblemWriter problems;

	PasswordChangeFilter(AccountDirectory accounts, ProblemWriter problems) {
		this.accounts = accounts;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		if (!mustChange() || OPEN.contains(request.getMethod() + " " + path)) {
			chain.doFilter(request, response);
		}
		else if (path.startsWith("/api/") || path.startsWith("/actuator") || path.startsWith("/v3/")) {
			this.problems.write(request, response, HttpServletResponse.SC_FORBIDDEN, "PASSWORD_CHANGE_NEEDED");
		}
		else if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", request.getContextPath() + PAGE);
			response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		}
		else {
			response.sendRedirect(request.getContextPath() + PAGE + "?needed");
		}
	}

	private boolean mustChange() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
				&& this.accounts.find(account.name()).filter(Account::mustChangePassword).isPresent();
	}

}
