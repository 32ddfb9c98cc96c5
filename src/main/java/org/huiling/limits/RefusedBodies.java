package org.huiling.limits;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.problem.ProblemWriter;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers whose body {@link UnsignedBodies} did not take. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RefusedBodies extends OncePerRequestFilter {

	private final LimitSettings settings;

	private final ProblemWriter problems;

	RefusedBodies(LimitSettings settings, ProblemWriter problems) {
		this.settings = settings;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !(request.getAttribute(UnsignedBodies.REFUSED) instanceof Refused);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Refused refused = (Refused) request.getAttribute(UnsignedBodies.REFUSED);
		if (refused == Refused.TOO_LARGE && request.getHeader("HX-Request") != null) {
			// a part of a page whose session ended: it is kept, and sent again after
			// signing in
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			return;
		}
		if (refused == Refused.TOO_MANY) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.settings.unsignedTime().toSeconds()));
		}
		this.problems.write(request, response, refused.status(), refused.code(),
				(int) this.settings.unsignedBody().toKilobytes(), (int) this.settings.unsignedTime().toSeconds());
	}

}
