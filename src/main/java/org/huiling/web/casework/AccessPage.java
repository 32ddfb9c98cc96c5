package org.huiling.web.casework;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.account.keeping.AccountNames;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.answer.AccessSheet;
import org.huiling.applicant.answer.PersonAccess;
import org.huiling.applicant.answer.PersonAccess.Look;
import org.huiling.audit.AuditAction;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.web.Dates;
import org.huiling.web.EventWords;
import org.huiling.web.Identifiers;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 谁看过这份档案: what a citizen may be told who asks. */
@Controller
class AccessPage {

	/** What may show somebody, by its area. */
	private static final Map<AuditAction.Area, List<AuditAction>> ACTIONS = Stream.of(AuditAction.values())
		.filter(AuditAction::mayShowPeople)
		.collect(Collectors.groupingBy(AuditAction::area, () -> new EnumMap<>(AuditAction.Area.class),
				Collectors.toList()));

	private final PersonAccess access;

	private final AccountNames accounts;

	private final MessageSource messages;

	private final ApplicantRegister register;

	private final EventWords words;

	private final Dates dates;

	AccessPage(PersonAccess access, ApplicantRegister register, EventWords words, Dates dates, AccountNames accounts,
			MessageSource messages) {
		this.accounts = accounts;
		this.messages = messages;
		this.access = access;
		this.register = register;
		this.words = words;
		this.dates = dates;
	}

	@GetMapping("/people/{id}/access")
	String access(@PathVariable String id, @ModelAttribute("asked") AskedLooks asked, Paging paging, Model model,
			Locale locale) {
		UUID person = Identifiers.person(id);
		Listing<Look> looks = this.access.of(person, asked.meant(this.accounts::meant), paging, locale);
		model.addAttribute("filter", asked.values());
		model.addAttribute("query", asked.query());
		model.addAttribute("all", asked.isAll());
		model.addAttribute("actions", ACTIONS);
		ApplicantRegister.ShownPerson shown = Objects.requireNonNull(this.register.shown(Set.of(person)).get(person));
		model.addAttribute("id", person);
		model.addAttribute("fileNumber", shown.fileNumber());
		model.addAttribute("list", looks);
		model.addAttribute("visits", Visits.of(looks.items(), this.dates, (look) -> details(look, locale)));
		return "web/casework/access";
	}

	@GetMapping("/people/{id}/access/csv")
	ResponseEntity<StreamingResponseBody> csv(@PathVariable String id, @ModelAttribute("asked") AskedLooks asked,
			Locale locale) {
		UUID person = Identifiers.person(id);
		Consumer<Consumer<Look>> looks = this.access.all(person, asked.meant(this.accounts::meant), locale);
		List<String> header = AccessSheet.COLUMNS.stream()
			.map((column) -> Objects.requireNonNull(this.messages.getMessage("access.column." + column, null, locale)))
			.toList();
		AccessSheet.Said said = new AccessSheet.Said((look) -> this.dates.second(look.at()),
				(look) -> look.as()
					.stream()
					.map((role) -> this.messages.getMessage("role." + role, null, role, locale))
					.collect(Collectors.joining("; ")),
				(look) -> String.join("; ", details(look, locale)));
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-" + person + ".csv\"")
			.body((out) -> AccessSheet.write(header, said, looks, out));
	}

	/** What of an event is more than its name, as far as it tells how somebody looked. */
	private List<String> details(Look look, Locale locale) {
		return look.details()
			.entrySet()
			.stream()
			.filter((detail) -> Visits.TELLING.contains(detail.getKey()))
			.map((detail) -> this.words.said(detail.getKey(), detail.getValue(), locale))
			.filter((said) -> !said.isEmpty())
			.toList();
	}

}
