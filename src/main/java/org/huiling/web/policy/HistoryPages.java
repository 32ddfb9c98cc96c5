package org.huiling.web.policy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import org.huiling.paging.Paging;
import org.huiling.policy.drafts.DraftChanges;
import org.huiling.policy.drafts.Drafts;
import org.huiling.problem.Refusal;
import org.huiling.web.Identifiers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** 修改经过: who changed which file of a draft and how, and undoing it. */
@Controller
class HistoryPages {

	private final Drafts drafts;

	private final DraftChanges changes;

	HistoryPages(Drafts drafts, DraftChanges changes) {
		this.drafts = drafts;
		this.changes = changes;
	}

	@GetMapping("/drafts/{id}/history")
	String history(@PathVariable String id, Paging paging, Model model, Locale locale) {
		UUID draft = Identifiers.draft(id);
		model.addAttribute("draft", this.drafts.view(draft));
		model.addAttribute("tab", "history");
		model.addAttribute("locale", locale);
		model.addAttribute("list", this.changes.page(draft, paging));
		return "web/policy/history";
	}

	/** The file is again as it was before; what was changed since in it is undone too. */
	@PostMapping("/drafts/{id}/history/{change}/undo")
	String undo(@PathVariable String id, @PathVariable String change, @RequestParam int revision) {
		UUID draft = Identifiers.draft(id);
		DraftChanges.Before before = this.changes.before(draft, number(change));
		if (before.content() != null) {
			this.drafts.put(draft, revision, before.path(), before.content());
			return "redirect:/drafts/{id}/files?path="
					+ UriUtils.encodeQueryParam(before.path(), StandardCharsets.UTF_8);
		}
		this.drafts.delete(draft, revision, before.path());
		return "redirect:/drafts/{id}/history";
	}

	private static long number(String text) {
		if (!text.matches("[0-9]{1,18}")) {
			throw Refusal.notFound("DRAFT_NOT_FOUND");
		}
		return Long.parseLong(text);
	}

}
