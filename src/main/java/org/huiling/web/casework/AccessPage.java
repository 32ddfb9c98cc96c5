package org.huiling.web.casework;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.PersonAccess;
import org.huiling.applicant.PersonAccess.Look;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.web.Dates;
import org.huiling.web.EventWords;
import org.huiling.web.Identifiers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 谁看过这份档案: what a citizen may be told who asks. */
@Controller
class AccessPage {

	private final PersonAccess access;

	private final ApplicantRegister register;

	private final EventWords words;

	private final Dates dates;

	AccessPage(PersonAccess access, ApplicantRegister register, EventWords words, Dates dates) {
		this.access = access;
		this.register = register;
		this.words = words;
		this.dates = dates;
	}

	@GetMapping("/people/{id}/access")
	String access(@PathVariable String id, Paging paging, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		Listing<Look> looks = this.access.of(person, paging, locale);
		ApplicantRegister.ShownPerson shown = Objects.requireNonNull(this.register.shown(Set.of(person)).get(person));
		model.addAttribute("id", person);
		model.addAttribute("fileNumber", shown.fileNumber());
		model.addAttribute("list", looks);
		model.addAttribute("visits", Visits.of(looks.items(), this.dates, (look) -> details(look, locale)));
		return "web/casework/access";
	}

	/** What of an event is more than its name, as far as it tells how somebody looked. */
	private List<String> details(Look look, Locale locale) {
		return look.details()
			.entrySet()
			.stream()
			.filter((detail) -> Visits.TELLING.contains(detail.getKey()))
			.map((detail) -> this.words.said(detail.getKey(), detail.getValue(), locale))
			.filter((said) -> !said.isEmpty())
			.toList();
	}

}
