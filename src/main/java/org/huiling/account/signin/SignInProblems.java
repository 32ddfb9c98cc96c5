package org.huiling.account.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.account.password.TooManyFailures;
import org.huiling.problem.ProblemWriter;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers who is not signed in, or not allowed, in the way of the API. Why a sign-in
 * failed is not said.
 */
@Component
class SignInProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final ProblemWriter problems;

	private final SignInTrail signIns;

	SignInProblems(ProblemWriter problems, SignInTrail signIns) {
		this.problems = problems;
		this.signIns = signIns;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		if (refused instanceof TooManyFailures failures) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(failures.seconds()));
			this.problems.write(request, response, 429, "TOO_MANY_FAILURES", (int) failures.minutes());
		}
		else {
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Huiling\", charset=\"UTF-8\"");
			if (refused instanceof OAuth2AuthenticationException) {
				this.signIns.failed("", request.getRemoteAddr());
			}
			boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
			this.problems.write(request, response, HttpServletResponse.SC_UNAUTHORIZED,
					tried ? "SIGN_IN_FAILED" : "UNAUTHORIZED");
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		this.problems.write(request, response, HttpServletResponse.SC_FORBIDDEN, "FORBIDDEN");
	}

}
