package org.huiling.web.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.account.Role;
import org.huiling.account.keeping.AccountBody;
import org.huiling.account.keeping.AccountChangeBody;
import org.huiling.account.keeping.AccountKeeping;
import org.huiling.input.RecordReader;
import org.huiling.paging.Paging;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 账号: who may sign in, with which roles, for which regions. */
@Controller
class AccountPages {

	private final AccountKeeping accounts;

	AccountPages(AccountKeeping accounts) {
		this.accounts = accounts;
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
	String create(@RequestParam MultiValueMap<String, String> form, RedirectAttributes next) {
		Map<String, Object> fields = fields(form);
		fields.put("name", text(form, "name"));
		this.accounts.create(RecordReader.values(fields, AccountBody.class));
		next.addFlashAttribute("saved", text(form, "name"));
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
			@RequestParam MultiValueMap<String, String> form, RedirectAttributes next) {
		this.accounts.change(name, revision, RecordReader.values(fields(form), AccountChangeBody.class));
		next.addFlashAttribute("saved", name);
		return "redirect:/accounts";
	}

	/**
	 * Everything but the password is said each time; an empty password stays as it is.
	 */
	private static Map<String, Object> fields(MultiValueMap<String, String> form) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("displayName", text(form, "displayName"));
		fields.put("roles", form.getOrDefault("role", List.of()));
		List<String> regions = "true".equals(form.getFirst("everywhere")) ? List.of("")
				: Stream.of(text(form, "regions").split("[\\s,，、;；]+")).filter((one) -> !one.isEmpty()).toList();
		fields.put("regions", regions);
		fields.put("enabled", "true".equals(form.getFirst("enabled")));
		String password = form.getFirst("password");
		if (password != null && !password.isBlank()) {
			fields.put("password", password);
		}
		return fields;
	}

	private static String text(MultiValueMap<String, String> form, String name) {
		String text = form.getFirst(name);
		return (text != null) ? text.strip() : "";
	}

}
