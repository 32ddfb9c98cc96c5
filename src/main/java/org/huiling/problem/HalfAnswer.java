package org.huiling.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Breaks the connection where an answer of which a part was sent already cannot be
 * finished: nobody may take half a payment list for a whole one.
 */
@Component
class HalfAnswer implements HandlerExceptionResolver, Ordered {

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception exception) {
		if (!response.isCommitted() || ClientGone.is(exception)) {
			return null;
		}
		// what was thrown is in the log already, without what a message may hold
		throw new IllegalStateException("incident " + Incident.log(exception) + ": an answer broke off");
	}

}
