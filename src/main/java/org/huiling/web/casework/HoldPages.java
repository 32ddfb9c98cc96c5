package org.huiling.web.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.huiling.payment.PersonPayments;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 停发与缓发: what is held back of a person's payments, holding back and releasing, and what
 * was settled; a part of the person's page that comes after it.
 */
@Controller
class HoldPages {

	private final PersonPayments payments;

	private final ProgramNames programs;

	private final JsonMapper json;

	private final Clock clock;

	HoldPages(PersonPayments payments, ProgramNames programs, JsonMapper json, Clock clock) {
		this.payments = payments;
		this.programs = programs;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * A hold as it is shown.
	 *
	 * @param id of the hold
	 * @param program whose payments by name, null for all
	 * @param from since which month
	 * @param code why
	 * @param begun by whom, when and in which words
	 * @param released the same of its end, null while it holds
	 */
	record Held(String id, @Nullable String program, String from, String code, Said begun, @Nullable Said released) {
	}

	/**
	 * Who did something.
	 *
	 * @param by the account's name
	 * @param on the day
	 * @param reason in their words
	 */
	record Said(String by, LocalDate on, String reason) {
	}

	@GetMapping("/people/{id}/payments")
	String payments(@PathVariable String id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
			Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		Map<String, String> own = this.programs.own(locale);
		Map<String, String> names = new LinkedHashMap<>(this.programs.in(locale).all());
		names.putAll(own);
		model.addAttribute("id", person);
		model.addAttribute("holds", this.payments.held(person).stream().map((hold) -> held(hold, names)).toList());
		model.addAttribute("settlements", this.payments.settled(person));
		model.addAttribute("programs", own);
		model.addAttribute("codes", PersonPayments.codes());
		model.addAttribute("month", YearMonth.now(this.clock));
		return part ? "web/casework/payments :: payments" : "web/casework/payments";
	}

	@PostMapping("/people/{id}/holds")
	String hold(@PathVariable String id, @RequestParam Map<String, String> form) {
		UUID person = Identifiers.person(id);
		this.payments.hold(person, said(form, "program", "from", "code", "reason"));
		return "redirect:/people/" + person;
	}

	@PostMapping("/people/{id}/holds/{hold}/release")
	String release(@PathVariable String id, @PathVariable String hold, @RequestParam Map<String, String> form) {
		UUID person = Identifiers.person(id);
		this.payments.release(person, Identifiers.hold(hold), said(form, "reason"));
		return "redirect:/people/" + person;
	}

	private Held held(ObjectNode hold, Map<String, String> names) {
		String program = hold.path("program").asString(null);
		return new Held(hold.get("id").asString(), (program != null) ? names.getOrDefault(program, program) : null,
				hold.get("from").asString(), hold.get("code").asString(), said(hold, "held"),
				hold.hasNonNull("release") ? said(hold.get("release"), "released") : null);
	}

	private Said said(JsonNode record, String done) {
		Instant at = Instant.parse(record.get(done + "At").asString());
		return new Said(record.get(done + "By").asString(), LocalDate.ofInstant(at, this.clock.getZone()),
				record.get("reason").asString());
	}

	/** What was filled in, as the HTTP contract has it. */
	private ObjectNode said(Map<String, String> form, String... fields) {
		ObjectNode body = this.json.createObjectNode();
		for (String field : fields) {
			String value = form.getOrDefault(field, "").strip();
			if (!value.isEmpty()) {
				body.put(field, value);
			}
		}
		return body;
	}

}
