package org.huiling.web.admin;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.account.AccountKeeping;
import org.huiling.account.Role;
import org.huiling.paging.Paging;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 账号: who may sign in, with which roles, for which regions. */
@Controller
class AccountPages {

	private final AccountKeeping accounts;

	private final JsonMapper json;

	AccountPages(AccountKeeping accounts, JsonMapper json) {
		this.accounts = accounts;
		this.json = json;
	}

	@GetMapping("/accounts")
	String accounts(Paging paging, Model model) {
		model.addAttribute("list", this.accounts.page(paging));
		return "web/admin/accounts";
	}

	@GetMapping("/accounts/new")
	String begin(Model model) {
		model.addAttribute("kept", null);
		model.addAttribute("roles", Role.values());
		return "web/admin/account";
	}

	@PostMapping("/accounts")
	String create(@RequestParam MultiValueMap<String, String> form) {
		ObjectNode body = body(form);
		body.put("name", text(form, "name"));
		this.accounts.create(body);
		return "redirect:/accounts";
	}

	@GetMapping("/accounts/{name}")
	String account(@PathVariable String name, Model model) {
		model.addAttribute("kept", this.accounts.get(name));
		model.addAttribute("roles", Role.values());
		return "web/admin/account";
	}

	@PostMapping("/accounts/{name}")
	String change(@PathVariable String name, @RequestParam int revision,
			@RequestParam MultiValueMap<String, String> form) {
		this.accounts.change(name, revision, body(form));
		return "redirect:/accounts";
	}

	/**
	 * Everything but the password is said each time; an empty password stays as it is.
	 */
	private ObjectNode body(MultiValueMap<String, String> form) {
		ObjectNode body = this.json.createObjectNode();
		body.put("displayName", text(form, "displayName"));
		form.getOrDefault("role", List.of()).forEach(body.putArray("roles")::add);
		List<String> regions = "true".equals(form.getFirst("everywhere")) ? List.of("")
				: Stream.of(text(form, "regions").split("[\\s,，、;；]+")).filter((one) -> !one.isEmpty()).toList();
		regions.forEach(body.putArray("regions")::add);
		body.put("enabled", "true".equals(form.getFirst("enabled")));
		if (!text(form, "password").isEmpty()) {
			body.put("password", form.getFirst("password"));
		}
		return body;
	}

	private static String text(MultiValueMap<String, String> form, String name) {
		String text = form.getFirst(name);
		return (text != null) ? text.strip() : "";
	}

}
