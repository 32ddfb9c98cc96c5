package org.huiling.web.casework.task;

import java.util.Map;
import java.util.UUID;

import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.publiclist.ListingBody;
import org.huiling.publiclist.PublicListExclusions;
import org.huiling.web.Identifiers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 是否公示: whether somebody stands on public lists; a part of the person's page that comes
 * after it.
 */
@Controller
class PublicListingPage {

	private final PublicListExclusions exclusions;

	PublicListingPage(PublicListExclusions exclusions) {
		this.exclusions = exclusions;
	}

	@GetMapping("/people/{id}/public-list")
	String listing(@PathVariable String id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
			Model model) {
		UUID person = Identifiers.person(id);
		model.addAttribute("id", person);
		model.addAttribute("listing", this.exclusions.of(person));
		return part ? "web/casework/public-listing :: listing" : "web/casework/public-listing";
	}

	@PostMapping("/people/{id}/public-list")
	String set(@PathVariable String id, @RequestParam Map<String, String> form) {
		UUID person = Identifiers.person(id);
		String reason = RecordReader.form(form, ReasonBody.class).reason();
		this.exclusions.set(person, new ListingBody("true".equals(form.get("listed")), reason));
		return "redirect:/people/" + person;
	}

}
