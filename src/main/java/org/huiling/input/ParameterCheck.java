package org.huiling.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.LongDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that nobody would read, since what they were meant to narrow would
 * be answered in full; and texts that the database cannot hold. A page's links may carry
 * what only a later version reads, so pages are looked at for the second alone.
 */
class ParameterCheck implements HandlerInterceptor {

	private static final String API = "/api/v1/";

	private static final int BAD_REQUEST = 400;

	private static final int LONGEST_NAME = 60;

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
			List<FieldError> errors = new ArrayList<>();
			boolean api = request.getRequestURI().startsWith(request.getContextPath() + API);
			Map<String, String[]> given = api ? Query.of(request) : request.getParameterMap();
			given.forEach((name, values) -> addUnreadable(name, values, errors));
			if (api) {
				List<String> known = DeclaredParameters.of(method);
				given.keySet()
					.stream()
					.filter((name) -> !known.contains(name))
					.forEach((name) -> errors.add(unknown(name, known)));
			}
			if (!errors.isEmpty()) {
				throw new InvalidInput(BAD_REQUEST, errors);
			}
		}
		return true;
	}

	private static void addUnreadable(String name, String[] values, List<FieldError> errors) {
		for (String value : values) {
			if (value.indexOf('\0') >= 0) {
				errors.add(FieldError.of(shown(name), ShapeFault.CONTROL_CHARACTER.name()));
				return;
			}
		}
	}

	private static FieldError unknown(String name, List<String> known) {
		@Nullable String meant = NearestName.closest(name, known);
		return FieldError.of(shown(name), ShapeFault.UNKNOWN_PARAMETER.name(), shown(name), (meant != null) ? 1 : 0,
				(meant != null) ? meant : "", String.join(", ", known), known.isEmpty() ? 0 : 1);
	}

	/** Names are anybody's text, too. */
	private static String shown(String name) {
		String plain = LongDigits.masked(name.replaceAll("\\p{Cntrl}", "?"));
		return (plain.length() <= LONGEST_NAME) ? plain : plain.substring(0, LONGEST_NAME) + "…";
	}

}
