package org.huiling.web;

import jakarta.servlet.http.HttpServletResponse;
import org.huiling.problem.LanguageResolver;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the language of the pages. */
@Controller
class LanguagePage {

	@PostMapping("/language")
	String choose(@RequestParam String to, @RequestParam(defaultValue = "/") String from,
			HttpServletResponse response) {
		String language = "en".equals(to) ? "en" : "zh";
		response.addHeader(HttpHeaders.SET_COOKIE, HomePage.lasting(LanguageResolver.COOKIE, language).toString());
		return "redirect:" + (isOwn(from) ? from : "/");
	}

	/** A path of this service and of nobody else's. */
	private static boolean isOwn(String path) {
		return path.matches("/[A-Za-z0-9][A-Za-z0-9/._-]*|/");
	}

}
