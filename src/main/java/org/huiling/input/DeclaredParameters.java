package org.huiling.input;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springdoc.core.annotations.ParameterObject;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The query parameters that an end point reads, as its method declares them. */
final class DeclaredParameters {

	private DeclaredParameters() {
	}

	/**
	 * The names that a method knows.
	 * @param method of a controller
	 * @return in the order of its declaration
	 */
	static List<String> of(HandlerMethod method) {
		return Stream.of(method.getMethodParameters()).flatMap(DeclaredParameters::names).toList();
	}

	private static Stream<String> names(MethodParameter parameter) {
		if (AnnotatedElementUtils.hasAnnotation(parameter.getParameterType(), ParameterObject.class)) {
			return Stream.of(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName);
		}
		RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
		return (declared != null) ? Stream.of(Optional.of(declared.name())
			.filter(StringUtils::hasLength)
			.orElseGet(() -> String.valueOf(parameter.getParameter().getName()))) : Stream.of();
	}

}
