package org.huiling.web.casework.decide;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.huiling.decision.PersonDecisions;
import org.huiling.web.Identifiers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The notice of a decision, for the printer. */
@Controller
class NoticePage {

	private final PersonDecisions decisions;

	NoticePage(PersonDecisions decisions) {
		this.decisions = decisions;
	}

	@GetMapping("/decisions/{id}/notice")
	String notice(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
		model.addAttribute("notice", this.decisions.notice(Identifiers.decision(id), locale));
		model.addAttribute("stylesheet", request.getContextPath() + "/css/notice.css");
		model.addAttribute("script", request.getContextPath() + "/js/huiling.js");
		model.addAttribute("decision", id);
		return "notice";
	}

}
