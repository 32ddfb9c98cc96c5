package org.huiling.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout of every page who looks at it. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
class PageAdvice {

	private final Layout layout;

	PageAdvice(Layout layout) {
		this.layout = layout;
	}

	@ModelAttribute
	void layout(Model model, HttpServletRequest request, Locale locale) {
		model.addAllAttributes(this.layout.attributes(request, locale));
	}

}
