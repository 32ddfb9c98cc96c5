package org.huiling.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.huiling.problem.ProblemBody;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * How an operation refuses: always as a problem, and with the statuses that its method,
 * its path, its parameters and its body can lead to.
 */
class ProblemAnswers implements OperationCustomizer, OpenApiCustomizer {

	private static final String SCHEMA = "#/components/schemas/ProblemBody";

	private static final String PREFIX = "Problem";

	private static final String PROBLEM = "application/problem+json";

	private static final String OTHER = "default";

	private static final int FIRST = 400;

	/** What each status says. */
	private static final Map<String, String> DESCRIPTIONS = Map.of("400",
			"something cannot be read; each field is named", "401", "not signed in", "403",
			"not open to these roles or in these regions", "404",
			"nothing is there under this path, or nothing of yours", "409", "not as things are now", "412",
			"it was changed meanwhile", "413", "the body is too long", "415", "not a type of body that is taken", "422",
			"fields that contradict each other, or name what is not there", OTHER, "any other problem");

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		ApiResponses answers = Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new);
		answers.forEach((status, answer) -> {
			if (status.matches("[0-9]+") && Integer.parseInt(status) >= FIRST) {
				answer.content(described(answer.getContent()));
			}
		});
		statuses(operation, method)
			.forEach((status) -> answers.putIfAbsent(status, new ApiResponse().$ref(PREFIX + status)));
		return operation.responses(answers);
	}

	/** Keeps an example that was given. */
	private static Content described(@Nullable Content given) {
		MediaType problem = (given != null && given.get(PROBLEM) != null) ? given.get(PROBLEM) : new MediaType();
		return new Content().addMediaType(PROBLEM, problem.schema(new Schema<>().$ref(SCHEMA)));
	}

	private static List<String> statuses(Operation operation, HandlerMethod method) {
		List<String> statuses = new ArrayList<>(List.of("401", "403", OTHER));
		List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
		boolean body = operation.getRequestBody() != null;
		if (body || !parameters.isEmpty()) {
			statuses.add("400");
		}
		if (parameters.stream().anyMatch((one) -> "path".equals(one.getIn()))) {
			statuses.add("404");
		}
		if (!isRead(method)) {
			statuses.addAll(List.of("409", "422"));
		}
		if (parameters.stream().anyMatch((one) -> HttpHeaders.IF_MATCH.equalsIgnoreCase(one.getName()))) {
			statuses.add("412");
		}
		if (body) {
			statuses.addAll(List.of("413", "415"));
		}
		return statuses;
	}

	private static boolean isRead(HandlerMethod method) {
		RequestMapping mapping = Objects
			.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class));
		return Arrays.asList(mapping.method()).contains(RequestMethod.GET);
	}

	@Override
	public void customise(OpenAPI api) {
		ModelConverters.getInstance(true).readAll(ProblemBody.class).forEach(api.getComponents()::addSchemas);
		DESCRIPTIONS.forEach((status, description) -> api.getComponents()
			.addResponses(PREFIX + status, new ApiResponse().description(description).content(described(null))));
	}

}
