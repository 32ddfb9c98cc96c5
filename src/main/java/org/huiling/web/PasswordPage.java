package org.huiling.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.huiling.account.keeping.AccountKeeping;
import org.huiling.account.keeping.PasswordBody;
import org.huiling.input.RecordReader;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody changes their own password here, and signs in with it afterwards. */
@Controller
class PasswordPage {

	private final AccountKeeping accounts;

	PasswordPage(AccountKeeping accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/password")
	String password(@RequestParam @Nullable String needed, Model model) {
		model.addAttribute("needed", needed != null);
		return "web/password";
	}

	@PostMapping("/password")
	String change(@RequestParam String before, @RequestParam String next, HttpServletRequest request) {
		this.accounts.changeOwnPassword(RecordReader.values(Map.of("old", before, "new", next), PasswordBody.class),
				request.getRemoteAddr());
		return "redirect:/login?changed";
	}

}
