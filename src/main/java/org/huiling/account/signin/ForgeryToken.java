package org.huiling.account.signin;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** The cookie in which a page finds its token against forgery. */
final class ForgeryToken {

	private static final String NAME = "XSRF-TOKEN";

	private ForgeryToken() {
	}

	/**
	 * Where tokens are kept: in the browser alone.
	 * @param https whether people come by HTTPS
	 * @return readable by the script of the pages
	 */
	static CookieCsrfTokenRepository cookie(boolean https) {
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieName(https ? HttpsCookies.PREFIX + NAME : NAME);
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> {
			cookie.sameSite("Lax");
			if (https) {
				cookie.secure(true);
			}
		});
		return tokens;
	}

}
