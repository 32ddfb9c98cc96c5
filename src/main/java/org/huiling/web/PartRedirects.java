package org.huiling.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form that htmx sent leads on to another page as any form does: a redirect is told to
 * htmx, which opens the page, instead of to the browser, which would fetch it as a part.
 * So a form may stay as it was typed when it is refused, and go on when it is taken.
 */
@Component
class PartRedirects extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getHeader("HX-Request") == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new Told(response));
	}

	/** Says where to go on in a header of htmx's. */
	private static final class Told extends HttpServletResponseWrapper {

		private Told(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void sendRedirect(String location) {
			setHeader("HX-Redirect", location);
			setStatus(SC_OK);
		}

		@Override
		public void sendRedirect(String location, int status, boolean clearBuffer) {
			sendRedirect(location);
		}

	}

}
