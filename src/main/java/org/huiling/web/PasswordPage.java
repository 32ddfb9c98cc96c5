package org.huiling.web;

import jakarta.servlet.http.HttpServletRequest;
import org.huiling.account.AccountKeeping;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody changes their own password here, and signs in with it afterwards. */
@Controller
class PasswordPage {

	private final AccountKeeping accounts;

	private final JsonMapper json;

	PasswordPage(AccountKeeping accounts, JsonMapper json) {
		this.accounts = accounts;
		this.json = json;
	}

	@GetMapping("/password")
	String password(@RequestParam @Nullable String needed, Model model) {
		model.addAttribute("needed", needed != null);
		return "web/password";
	}

	@PostMapping("/password")
	String change(@RequestParam String before, @RequestParam String next, HttpServletRequest request) {
		this.accounts.changeOwnPassword(this.json.createObjectNode().put("old", before).put("new", next),
				request.getRemoteAddr());
		return "redirect:/login?changed";
	}

}
