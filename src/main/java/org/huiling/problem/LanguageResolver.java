package org.huiling.problem;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language that somebody chose on a page, or else the one that their program asks
 * for; Chinese if it asks for none of ours.
 */
public class LanguageResolver extends AcceptHeaderLocaleResolver {

	/** The cookie in which a choice is kept: {@code zh} or {@code en}. */
	public static final String COOKIE = "huiling.language";

	LanguageResolver() {
		setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
		setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		Cookie chosen = WebUtils.getCookie(request, COOKIE);
		Locale locale = (chosen != null) ? locale(chosen.getValue()) : null;
		return (locale != null) ? locale : super.resolveLocale(request);
	}

	private static @Nullable Locale locale(@Nullable String chosen) {
		if ("zh".equals(chosen)) {
			return Locale.SIMPLIFIED_CHINESE;
		}
		return "en".equals(chosen) ? Locale.ENGLISH : null;
	}

}
