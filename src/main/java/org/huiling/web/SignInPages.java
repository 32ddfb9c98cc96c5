package org.huiling.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in, and where they are told that they have. */
@Controller
class SignInPages {

	private final List<Provider> providers = new ArrayList<>();

	SignInPages(ObjectProvider<ClientRegistrationRepository> registrations) {
		if (registrations.getIfAvailable() instanceof Iterable<?> all) {
			all.forEach((one) -> {
				if (one instanceof ClientRegistration registration) {
					this.providers.add(new Provider(registration.getRegistrationId(), registration.getClientName()));
				}
			});
		}
	}

	/**
	 * An OpenID provider that vouches for people.
	 *
	 * @param id of its registration
	 * @param name as it is configured
	 */
	record Provider(String id, String name) {
	}

	@GetMapping("/login")
	String signIn(Model model, @RequestParam @Nullable String failed, @RequestParam @Nullable String out,
			@RequestParam @Nullable String expired, @RequestParam @Nullable String changed,
			@RequestParam(defaultValue = "0") int locked) {
		model.addAttribute("providers", this.providers);
		model.addAttribute("failed", failed != null);
		model.addAttribute("out", out != null);
		model.addAttribute("expired", expired != null);
		model.addAttribute("changed", changed != null);
		model.addAttribute("locked", locked);
		return "web/login";
	}

	/** Whose session ended signs in beside the page that they were on. */
	@GetMapping("/signed-in")
	String signedIn() {
		return "web/signed-in";
	}

}
