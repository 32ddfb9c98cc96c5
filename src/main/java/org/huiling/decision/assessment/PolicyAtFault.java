package org.huiling.decision.assessment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.huiling.engine.problem.PolicyFault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.ProblemBody;
import org.huiling.problem.ProblemTexts;

import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What is answered where a policy is at fault and gives no amount, from wherever it was
 * asked: 422 with the program, the version and the rules.
 */
@RestControllerAdvice
@Order(0)
public class PolicyAtFault {

	private final ProblemTexts problems;

	PolicyAtFault(ProblemTexts problems) {
		this.problems = problems;
	}

	/**
	 * The fault as a request that cannot be answered.
	 * @param fault of a policy
	 * @param locale the reader's
	 * @return 422 with the code {@code TWO_GRANTS} or {@code RULE_FAILED}
	 */
	public static InvalidInput refusal(PolicyFault fault, Locale locale) {
		return new InvalidInput(422, List
			.of(FieldError.of("programs", fault.code(), fault.program(), fault.version(), rules(fault, locale))));
	}

	/**
	 * The rules at fault.
	 * @param fault of a policy
	 * @param locale the reader's
	 * @return their names, with the fact that could not be worked out
	 */
	public static String rules(PolicyFault fault, Locale locale) {
		String rules = fault.rules().stream().map((rule) -> rule.in(locale)).collect(Collectors.joining("; "));
		return (fault.fact() != null) ? rules + " (" + fault.fact() + ")" : rules;
	}

	@ExceptionHandler
	ResponseEntity<ProblemBody> answer(PolicyFault fault, Locale locale) {
		ProblemBody body = this.problems.describe(refusal(fault, locale), locale);
		return ResponseEntity.status(body.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
	}

}
