package org.huiling.web.help;

import java.util.Arrays;
import java.util.List;

import org.huiling.account.CurrentUser;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Help for each desk: open to whoever is signed in, their own desks first. */
@Controller
class HelpPages {

	private final CurrentUser user;

	HelpPages(CurrentUser user) {
		this.user = user;
	}

	@GetMapping("/help")
	String desks(Model model) {
		List<Desk> own = Arrays.stream(Desk.values()).filter((desk) -> desk.isOf(this.user.roles())).toList();
		model.addAttribute("own", own);
		model.addAttribute("others", Arrays.stream(Desk.values()).filter((desk) -> !own.contains(desk)).toList());
		return "web/help/desks";
	}

	@GetMapping("/help/{desk}")
	String desk(@PathVariable("desk") String key, Model model) {
		Desk desk = Desk.of(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("desk", desk);
		model.addAttribute("roles", this.user.roles());
		return "web/help/desk";
	}

}
