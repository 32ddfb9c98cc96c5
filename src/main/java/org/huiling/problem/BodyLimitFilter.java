package org.huiling.problem;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Refuses bodies over {@code huiling.max-body}, before they are read where they say their
 * length. Imports are streamed and may be of any size.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

	private static final String STREAMED = "/import";

	private final DataSize limit;

	private final Problems problems;

	private final LocaleResolver locales;

	private final JsonMapper json;

	BodyLimitFilter(@Value("${huiling.max-body}") DataSize limit, Problems problems, LocaleResolver localeResolver,
			JsonMapper json) {
		this.limit = limit;
		this.problems = problems;
		this.locales = localeResolver;
		this.json = json;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().endsWith(STREAMED);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > this.limit.toBytes()) {
			refuse(request, response);
		}
		else {
			chain.doFilter(new LimitedRequest(request, this.limit), response);
		}
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Locale locale = this.locales.resolveLocale(request);
		response.setStatus(BodyTooLarge.STATUS);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
		this.json.writeValue(response.getOutputStream(), this.problems.problem(BodyTooLarge.STATUS, BodyTooLarge.CODE,
				List.of(BodyTooLarge.describe(this.limit)), locale));
	}

}
