package org.huiling.limits;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.session.TooManyActiveSessionsException;
import org.huiling.problem.ProblemWriter;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers who signs in while as many are signed in as may be. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class FullOfSessions extends OncePerRequestFilter {

	private final ProblemWriter problems;

	FullOfSessions(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (TooManyActiveSessionsException ex) {
			this.problems.write(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "TOO_MANY_SESSIONS");
		}
	}

}
