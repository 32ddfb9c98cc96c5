package org.huiling.web.policy;

import java.util.Locale;
import java.util.Objects;

import org.huiling.idempotency.Idempotent;
import org.huiling.policy.drafts.Drafts;
import org.huiling.policy.drafts.FactDrafts;
import org.huiling.policy.standards.SharedStandards;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 标准: the numbers that policies share, and the draft that sets one anew. */
@Controller
class StandardsPages {

	private final SharedStandards standards;

	private final Drafts drafts;

	private final FactDrafts owners;

	private final JsonMapper json;

	StandardsPages(SharedStandards standards, Drafts drafts, FactDrafts owners, JsonMapper json) {
		this.standards = standards;
		this.drafts = drafts;
		this.owners = owners;
		this.json = json;
	}

	@GetMapping("/standards")
	String standards(@RequestParam @Nullable String jurisdiction, Model model, Locale locale) {
		String asked = Objects.requireNonNullElse(jurisdiction, "");
		model.addAttribute("standards", this.standards.all(asked.isEmpty() ? null : asked));
		model.addAttribute("locale", locale);
		return "web/policy/standards";
	}

	@GetMapping("/drafts/new-standards")
	String begin(@RequestParam @Nullable String jurisdiction, Model model, Locale locale) {
		model.addAttribute("owners", this.owners.owners());
		model.addAttribute("chosen", Objects.requireNonNullElse(jurisdiction, ""));
		model.addAttribute("locale", locale);
		return "web/policy/new-standards";
	}

	@Idempotent
	@PostMapping("/drafts/standards")
	String begin(@RequestParam(defaultValue = "") String jurisdiction, @RequestParam(defaultValue = "") String titleZh,
			@RequestParam(defaultValue = "") String titleEn) {
		ObjectNode wanted = this.json.createObjectNode().put("standards", true).put("jurisdiction", jurisdiction);
		wanted.putObject("title").put("zh", titleZh.strip()).put("en", titleEn.strip());
		return "redirect:/drafts/" + this.drafts.begin(wanted) + "/files";
	}

}
