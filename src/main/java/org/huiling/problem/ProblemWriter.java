package org.huiling.problem;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Answers with a problem where no controller is reached: in filters. */
@Component
public class ProblemWriter {

	private final ProblemTexts problems;

	private final LocaleResolver locales;

	private final JsonMapper json;

	ProblemWriter(ProblemTexts problems, LocaleResolver localeResolver, JsonMapper json) {
		this.problems = problems;
		this.locales = localeResolver;
		this.json = json;
	}

	/**
	 * Answers a request with a problem in its sender's language.
	 * @param request the request
	 * @param response not yet begun; headers that are already set stay
	 * @param status the HTTP status
	 * @param code the stable code; its texts stand in the message bundles
	 * @param arguments what the detail mentions; never personal data
	 * @throws IOException if the answer cannot be sent
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, int status, String code,
			Object... arguments) throws IOException {
		Locale locale = this.locales.resolveLocale(request);
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
		this.json.writeValue(response.getOutputStream(),
				this.problems.problem(status, code, List.of(arguments), locale));
	}

}
