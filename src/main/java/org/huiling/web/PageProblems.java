package org.huiling.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.huiling.decision.assessment.PolicyAtFault;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.problem.ClientGone;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.ProblemBody;
import org.huiling.problem.ProblemTexts;
import org.huiling.problem.Refusal;
import org.huiling.problem.UnreadParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Errors as people read them: a page that says what to do, or, for a part of a page, a
 * banner that is put above it. Whoever asks for anything but HTML gets problem details.
 */
@Component
class PageProblems implements HandlerExceptionResolver, Ordered {

	private static final List<String> PROGRAMS = List.of("/api/", "/actuator", "/v3/");

	private static final List<Integer> KNOWN = List.of(400, 403, 404, 405, 409, 410, 412, 413, 422, 429);

	/**
	 * A parameter or its name that is no text, or none that one sends.
	 */
	private static final List<Class<? extends Exception>> UNREADABLE = List.of(InvalidParameterException.class,
			RequestRejectedException.class);

	private final ProblemTexts problems;

	private final Layout layout;

	private final LocaleResolver locales;

	private final FieldNames names;

	PageProblems(ProblemTexts problems, Layout layout, LocaleResolver localeResolver, FieldNames names) {
		this.problems = problems;
		this.layout = layout;
		this.names = names;
		this.locales = localeResolver;
	}

	/** Before problem details are written. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception thrown) {
		boolean gone = ClientGone.is(thrown);
		return (isPage(request) && !gone) ? page(request, thrown) : null;
	}

	private ModelAndView page(HttpServletRequest request, Exception exception) {
		if (UNREADABLE.stream().anyMatch((type) -> type.isInstance(exception))) {
			return page(request, HttpStatus.BAD_REQUEST.value(), null);
		}
		Exception thrown = (exception instanceof PolicyFault fault)
				? PolicyAtFault.refusal(fault, this.locales.resolveLocale(request))
				: (exception instanceof TypeMismatchException mismatch) ? UnreadParameter.refusal(mismatch) : exception;
		if (thrown instanceof Refusal || thrown instanceof InvalidInput || !(thrown instanceof ErrorResponse error)) {
			ProblemBody problem = this.problems.describe(thrown, this.locales.resolveLocale(request));
			return page(request, problem.status(), problem);
		}
		return page(request, error.getStatusCode().value(), null);
	}

	/** A page about a status, without more being known. */
	ModelAndView page(HttpServletRequest request, int status) {
		return (status >= HttpStatus.INTERNAL_SERVER_ERROR.value())
				? page(request, new IllegalStateException("status " + status)) : page(request, status, null);
	}

	private ModelAndView page(HttpServletRequest request, int status, @Nullable ProblemBody problem) {
		Locale locale = this.locales.resolveLocale(request);
		String view = (request.getHeader("HX-Request") != null) ? "web/problem :: banner" : "web/problem";
		ModelAndView page = new ModelAndView(view, this.layout.attributes(request, locale), HttpStatus.valueOf(status));
		page.addObject("status", KNOWN.contains(status) ? status : (status < 500) ? 400 : 500);
		page.addObject("problem", problem);
		page.addObject("names", this.names);
		page.addObject("area", area(request));
		page.addObject("locale", locale);
		return page;
	}

	/** The first part of the address, which names a form: {@code runs}. */
	private static String area(HttpServletRequest request) {
		return path(request).replaceFirst("^/+", "").replaceFirst("/.*$", "");
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	private static boolean isPage(HttpServletRequest request) {
		String path = path(request);
		return PROGRAMS.stream().noneMatch(path::startsWith) && (request.getHeader("HX-Request") != null
				|| String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
	}

}
