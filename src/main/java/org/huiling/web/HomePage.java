package org.huiling.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The first page: what the roles of whoever signed in may do, and a tour for newcomers.
 */
@Controller
class HomePage {

	private static final String TOUR = "huiling.tour";

	private static final int A_YEAR = 365 * 24 * 60 * 60;

	private final boolean sample;

	private final HomeWaits waits;

	private final ProgramNames programs;

	HomePage(@Value("${huiling.sample:false}") boolean sample, HomeWaits waits, ProgramNames programs) {
		this.sample = sample;
		this.waits = waits;
		this.programs = programs;
	}

	@GetMapping("/")
	String home(Model model, @CookieValue(name = TOUR, defaultValue = "") String tour, Locale locale) {
		model.addAttribute("tour", tour.isEmpty());
		model.addAttribute("sample", this.sample);
		model.addAttribute("waits", this.waits.here());
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("locale", locale);
		return "web/home";
	}

	/** The tour is not shown again in this browser. */
	@PostMapping("/tour/end")
	@ResponseStatus(HttpStatus.OK)
	String endTour(HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, lasting(TOUR, "ended").toString());
		return "web/home :: nothing";
	}

	/** A cookie that says how somebody likes the pages. */
	static ResponseCookie lasting(String name, String value) {
		return ResponseCookie.from(name, value).path("/").maxAge(A_YEAR).httpOnly(true).sameSite("Lax").build();
	}

}
