package org.huiling.paging;

import java.util.ArrayList;
import java.util.List;

import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code page} and {@code size}, and refuses both at once where both are wrong. */
class PagingArgumentResolver implements HandlerMethodArgumentResolver {

	private static final int BAD_REQUEST = 400;

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Paging.class;
	}

	@Override
	public Paging resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		List<FieldError> errors = new ArrayList<>();
		int page = number(request.getParameter("page"), 0);
		int size = number(request.getParameter("size"), Paging.DEFAULT_SIZE);
		if (page < 0) {
			errors.add(FieldError.of("page", "PAGE_NUMBER"));
		}
		if (size < 1 || size > Paging.MAXIMUM_SIZE) {
			errors.add(FieldError.of("size", "PAGE_SIZE", Paging.MAXIMUM_SIZE));
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(BAD_REQUEST, errors);
		}
		return new Paging(page, size);
	}

	/** What cannot be read is as wrong as a negative number. */
	private static int number(@Nullable String text, int absent) {
		try {
			return (text == null) ? absent : Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

}
