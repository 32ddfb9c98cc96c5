package org.huiling.problem;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over {@code huiling.max-body}, before they are read where they say their
 * length. Imports and results of payments may be of any size.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

	private static final List<String> STREAMED = List.of("/import", "/results");

	private final DataSize limit;

	private final ProblemWriter problems;

	BodyLimitFilter(@Value("${huiling.max-body}") DataSize limit, ProblemWriter problems) {
		this.limit = limit;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return STREAMED.stream().anyMatch(request.getRequestURI()::endsWith);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > this.limit.toBytes()) {
			this.problems.write(request, response, BodyTooLarge.STATUS, BodyTooLarge.CODE,
					BodyTooLarge.describe(this.limit));
		}
		else {
			chain.doFilter(new LimitedRequest(request, this.limit), response);
		}
	}

}
