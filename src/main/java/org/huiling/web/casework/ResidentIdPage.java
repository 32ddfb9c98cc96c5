package org.huiling.web.casework;

import java.util.UUID;

import org.huiling.applicant.PersonFiles;
import org.huiling.web.Identifiers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 完整证号: shows a resident id whole, once and for a reason; a part of the person's page.
 */
@Controller
class ResidentIdPage {

	private final PersonFiles files;

	ResidentIdPage(PersonFiles files) {
		this.files = files;
	}

	@PostMapping("/people/{id}/resident-id")
	String show(@PathVariable String id, @RequestParam(defaultValue = "") String reason,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		UUID person = Identifiers.person(id);
		model.addAttribute("id", person);
		model.addAttribute("residentId", this.files.residentId(person, reason));
		return part ? "web/casework/resident-id :: whole" : "web/casework/resident-id";
	}

}
