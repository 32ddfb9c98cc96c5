package org.huiling.web.admin;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.session.Sessions;
import org.huiling.paging.Paging;
import org.huiling.web.PageQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** 登录: where somebody is signed in, ended by themselves or an administrator. */
@Controller
class SessionPages {

	private static final String OWN = "redirect:/sessions";

	/** What the filter of sessions says the current one is. */
	private static final String CURRENT = "huiling.session";

	/** What a page says of that it was done. */
	private static final String ENDED = "ended";

	private final Sessions sessions;

	private final CurrentUser user;

	SessionPages(Sessions sessions, CurrentUser user) {
		this.sessions = sessions;
		this.user = user;
	}

	@GetMapping("/sessions")
	String own(@RequestAttribute(name = CURRENT, required = false) @Nullable UUID current, Paging paging, Model model) {
		model.addAttribute("list", this.sessions.own(paging));
		model.addAttribute("current", current);
		model.addAttribute("own", true);
		model.addAttribute("account", this.user.name());
		model.addAttribute("query", "");
		return "web/admin/sessions";
	}

	@GetMapping("/sessions/all")
	String all(@RequestAttribute(name = CURRENT, required = false) @Nullable UUID current,
			@RequestParam(defaultValue = "") String account, Paging paging, Model model) {
		String whose = account.strip();
		model.addAttribute("list", this.sessions.all(whose.isEmpty() ? null : whose, paging));
		model.addAttribute("current", current);
		model.addAttribute("own", false);
		model.addAttribute("account", whose);
		model.addAttribute("query", PageQuery.of(Map.of("account", whose)));
		return "web/admin/sessions";
	}

	@PostMapping("/sessions/{id}/end")
	String end(@PathVariable String id, @RequestParam @Nullable String of, RedirectAttributes next) {
		try {
			this.sessions.end(UUID.fromString(id));
		}
		catch (IllegalArgumentException ex) {
			return OWN; // no session has such an id
		}
		next.addFlashAttribute(ENDED, true);
		return back(of);
	}

	/** All of an account; of one's own all but the one that asks for it. */
	@PostMapping("/sessions/end")
	String endAll(@RequestAttribute(name = CURRENT, required = false) @Nullable UUID current,
			@RequestParam @Nullable String of, RedirectAttributes next) {
		String account = (of == null || of.isBlank()) ? this.user.name() : of;
		this.sessions.endAll(account, account.equals(this.user.name()) ? current : null);
		next.addFlashAttribute(ENDED, true);
		return back(of);
	}

	private static String back(@Nullable String of) {
		if (of == null) {
			return OWN;
		}
		return "redirect:/sessions/all"
				+ (of.isBlank() ? "" : "?account=" + UriUtils.encode(of.strip(), StandardCharsets.UTF_8));
	}

}
