package org.huiling.account.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.account.password.TooManyFailures;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;

/**
 * Leads who is not signed in to the page where they do. A part of a page that is fetched
 * meanwhile is answered with 401 and nothing else, so that the page stays as it is, with
 * what was typed into it.
 */
class PageSignIn implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler,
		SessionInformationExpiredStrategy {

	/** Where people sign in. */
	static final String PAGE = "/login";

	/** What htmx says about itself. */
	private static final String PART = "HX-Request";

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		if (isPart(request)) {
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else {
			response.sendRedirect(request.getContextPath() + PAGE);
		}
	}

	/**
	 * A token that does not fit is one of a session that has ended, or of the one before;
	 * nothing is done then.
	 */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		if (!(denied instanceof CsrfException)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else if (isPart(request)) {
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else {
			response.sendRedirect(request.getContextPath() + (isSignedIn() ? "/" : PAGE + "?expired"));
		}
	}

	/** The request does not know it yet: tokens are looked at before. */
	private static boolean isSignedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.isAuthenticated()
				&& !(authentication instanceof AnonymousAuthenticationToken);
	}

	/** Why a sign-in failed is not said, but how long to wait is. */
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failed) throws IOException {
		String how = (failed instanceof TooManyFailures failures) ? "?locked=" + failures.minutes() : "?failed";
		response.sendRedirect(request.getContextPath() + PAGE + how);
	}

	/** The account signed in elsewhere too often since. */
	@Override
	public void onExpiredSessionDetected(SessionInformationExpiredEvent event) throws IOException {
		if (isPart(event.getRequest())) {
			event.getResponse().setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else {
			event.getResponse().sendRedirect(event.getRequest().getContextPath() + PAGE + "?expired");
		}
	}

	/** Whether a part of a page is asked for. */
	static boolean isPart(HttpServletRequest request) {
		return request.getHeader(PART) != null;
	}

}
