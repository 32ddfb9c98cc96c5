package org.huiling.web.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import org.huiling.applicant.PeopleFilter;
import org.huiling.applicant.PersonFiles;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.paging.Paging;
import org.huiling.web.ProgramNames;
import org.huiling.web.RegionNames;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds people. What is looked for is a name or a number of a person, so it is sent in
 * the body and never stands in an address; by street, age and program as well.
 */
@Controller
class SearchPage {

	private static final int SHOWN = 25;

	private static final int OLDEST = 150;

	/** How many streets a list offers. */
	private static final int STREETS = 300;

	private final PersonFiles files;

	private final DictionaryInForce dictionary;

	private final ProgramNames programs;

	private final RegionNames regions;

	private final Clock clock;

	SearchPage(PersonFiles files, DictionaryInForce dictionary, ProgramNames programs, RegionNames regions,
			Clock clock) {
		this.files = files;
		this.dictionary = dictionary;
		this.programs = programs;
		this.regions = regions;
		this.clock = clock;
	}

	/**
	 * What the form says.
	 *
	 * @param q who is looked for
	 * @param region the code of the street or district; empty for all
	 * @param ageFrom the lowest age in years, null for any
	 * @param ageTo the highest, null for any
	 * @param program which program; empty for anything
	 * @param granted whether it was granted, and not only applied for
	 */
	record Asked(String q, String region, @Nullable Integer ageFrom, @Nullable Integer ageTo, String program,
			boolean granted) {

		/** Whether more than a name or number is asked for. */
		public boolean isFiltered() {
			return !this.region.isEmpty() || this.ageFrom != null || this.ageTo != null || !this.program.isEmpty();
		}

		/**
		 * Born by then is whoever has the age, and after the day on which they had
		 * another.
		 */
		PeopleFilter filter(LocalDate today) {
			return new PeopleFilter(this.region.isEmpty() ? null : this.region,
					(this.ageTo != null) ? today.minusYears(this.ageTo + 1L).plusDays(1) : null,
					(this.ageFrom != null) ? today.minusYears(this.ageFrom) : null,
					(this.program.isEmpty() || this.granted) ? null : this.program,
					(this.program.isEmpty() || !this.granted) ? null : this.program);
		}

	}

	/** Whether organisations can be kept on file. */
	@ModelAttribute("organisations")
	boolean organisations() {
		return this.dictionary.current().of(Subject.ORGANISATION) != null;
	}

	@GetMapping("/people")
	String begin(Model model, Locale locale) {
		return page(new Asked("", "", null, null, "", false), model, locale);
	}

	@PostMapping("/people")
	String find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String region,
			@RequestParam @Nullable Integer ageFrom, @RequestParam @Nullable Integer ageTo,
			@RequestParam(defaultValue = "") String program, @RequestParam(defaultValue = "false") boolean granted,
			@RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
		Asked asked = new Asked(q, region.strip(), age(ageFrom), age(ageTo), program, granted);
		model.addAttribute("people",
				this.files.find(q, asked.filter(LocalDate.now(this.clock)), new Paging(Math.max(0, page), SHOWN)));
		return page(asked, model, locale);
	}

	/** An age that nobody has is none. */
	private static @Nullable Integer age(@Nullable Integer typed) {
		return (typed != null && typed >= 0 && typed <= OLDEST) ? typed : null;
	}

	private String page(Asked asked, Model model, Locale locale) {
		model.addAttribute("q", asked.q());
		model.addAttribute("asked", asked);
		model.addAttribute("regions", this.regions);
		model.addAttribute("locale", locale);
		model.addAttribute("programs", this.programs.own(locale));
		model.addAttribute("streets", this.files.regions(STREETS));
		return "web/casework/search";
	}

}
