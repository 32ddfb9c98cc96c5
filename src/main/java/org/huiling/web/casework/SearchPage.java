package org.huiling.web.casework;

import org.huiling.applicant.PersonFiles;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.paging.Paging;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds people. What is looked for is a name or a number of a person, so it is sent in
 * the body and never stands in an address.
 */
@Controller
class SearchPage {

	private static final int SHOWN = 25;

	private final PersonFiles files;

	private final DictionaryInForce dictionary;

	SearchPage(PersonFiles files, DictionaryInForce dictionary) {
		this.files = files;
		this.dictionary = dictionary;
	}

	/** Whether organisations can be kept on file. */
	@ModelAttribute("organisations")
	boolean organisations() {
		return this.dictionary.current().of(Subject.ORGANISATION) != null;
	}

	@GetMapping("/people")
	String begin(Model model) {
		model.addAttribute("q", "");
		return "web/casework/search";
	}

	@PostMapping("/people")
	String find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("q", q);
		model.addAttribute("people", this.files.find(q, null, new Paging(Math.max(0, page), SHOWN)));
		return "web/casework/search";
	}

}
