package org.huiling.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Refuses bodies over {@code huiling.max-body}, before they are read where they say their
 * length. Only what a {@link StreamedBody} method answers may be of any size.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

	private final DataSize limit;

	private final ProblemWriter problems;

	private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

	BodyLimitFilter(@Value("${huiling.max-body}") DataSize limit, ProblemWriter problems,
			ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
		this.limit = limit;
		this.problems = problems;
		this.mappings = mappings;
	}

	/** Who answers is looked for only where the body may be too long. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		boolean open = request.getContentLengthLong() > this.limit.toBytes()
				|| request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
		return open && isStreamed(request);
	}

	private boolean isStreamed(HttpServletRequest request) {
		ServletRequestPathUtils.parseAndCache(request);
		return this.mappings.stream().anyMatch((mapping) -> isStreamed(mapping, request));
	}

	private static boolean isStreamed(RequestMappingInfoHandlerMapping mapping, HttpServletRequest request) {
		try {
			HandlerExecutionChain found = mapping.getHandler(request);
			return found != null && found.getHandler() instanceof HandlerMethod method
					&& method.hasMethodAnnotation(StreamedBody.class);
		}
		catch (Exception ex) {
			return false;
		}
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
