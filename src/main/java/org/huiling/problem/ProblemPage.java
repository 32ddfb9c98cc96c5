package org.huiling.problem;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container sends what failed outside of any controller. */
@Hidden
@RestController
class ProblemPage implements ErrorController {

	private final ProblemTexts problems;

	ProblemPage(ProblemTexts problems) {
		this.problems = problems;
	}

	@RequestMapping("/error")
	ResponseEntity<Object> error(HttpServletRequest request) {
		Locale locale = LocaleContextHolder.getLocale();
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		if (thrown instanceof Throwable error) {
			return internal(Incident.log(error), locale);
		}
		HttpStatus known = (status instanceof Integer code) ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
		if (known == null || known == HttpStatus.INTERNAL_SERVER_ERROR) {
			return internal("-", locale);
		}
		return ProblemTexts.answer(this.problems.problem(known.value(), StatusCodes.code(known), List.of(), locale),
				HttpHeaders.EMPTY, locale);
	}

	private ResponseEntity<Object> internal(String incident, Locale locale) {
		ProblemBody problem = this.problems.problem(HttpStatus.INTERNAL_SERVER_ERROR.value(), "INTERNAL_ERROR",
				List.of(incident), locale);
		return ProblemTexts.answer(problem.with(incident), HttpHeaders.EMPTY, locale);
	}

}
