package org.huiling.web.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.payment.calculation.HoldCode;
import org.huiling.payment.hold.HoldBody;
import org.huiling.payment.hold.HoldView;
import org.huiling.payment.hold.Holds;
import org.huiling.payment.person.PaymentsOfPerson;
import org.huiling.payment.person.PersonPayments;
import org.huiling.payment.settlement.DebtSettlements;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 发放、停发与缓发: what a person is due and was paid, what is held back, holding back and
 * releasing, and what was settled; a part of the person's page that comes after it.
 */
@Controller
class HoldPages {

	private final Holds holds;

	private final DebtSettlements settlements;

	private final PaymentsOfPerson payments;

	private final ApplicantRegister register;

	private final ProgramNames programs;

	private final Clock clock;

	HoldPages(Holds holds, DebtSettlements settlements, PaymentsOfPerson payments, ApplicantRegister register,
			ProgramNames programs, Clock clock) {
		this.holds = holds;
		this.settlements = settlements;
		this.payments = payments;
		this.register = register;
		this.programs = programs;
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
	record Held(UUID id, @Nullable String program, YearMonth from, HoldCode code, Said begun, @Nullable Said released) {
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
	String payments(@PathVariable String id, @RequestParam @Nullable YearMonth last,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		YearMonth now = YearMonth.now(this.clock);
		PersonPayments paid = this.payments.of(person);
		YearMonth shown = (last != null) ? last : PaymentsByMonth.last(paid, now);
		Map<String, String> own = this.programs.own(locale);
		Map<String, String> names = new LinkedHashMap<>(this.programs.in(locale).all());
		names.putAll(own);
		model.addAttribute("id", person);
		model.addAttribute("holds", this.holds.of(person).stream().map((hold) -> held(hold, names)).toList());
		model.addAttribute("settlements", this.settlements.of(person));
		model.addAttribute("fileNumber",
				Objects.requireNonNull(this.register.shown(Set.of(person)).get(person)).fileNumber());
		model.addAttribute("programs", own);
		model.addAttribute("codes", Holds.codes());
		model.addAttribute("month", now);
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("paid", paid);
		model.addAttribute("last", shown);
		model.addAttribute("paidByMonth", PaymentsByMonth.of(paid, shown));
		return part ? "web/casework/payments :: payments" : "web/casework/payments";
	}

	@Idempotent
	@PostMapping("/people/{id}/holds")
	String hold(@PathVariable String id, @RequestParam Map<String, String> form) {
		UUID person = Identifiers.person(id);
		this.holds.hold(person, RecordReader.form(form, HoldBody.class));
		return "redirect:/people/" + person;
	}

	@Idempotent
	@PostMapping("/people/{id}/holds/{hold}/release")
	String release(@PathVariable String id, @PathVariable String hold, @RequestParam Map<String, String> form) {
		UUID person = Identifiers.person(id);
		this.holds.release(person, Identifiers.hold(hold), RecordReader.form(form, ReasonBody.class).reason());
		return "redirect:/people/" + person;
	}

	private Held held(HoldView hold, Map<String, String> names) {
		String program = hold.program();
		HoldView.Release release = hold.release();
		return new Held(hold.id(), (program != null) ? names.getOrDefault(program, program) : null, hold.from(),
				hold.code(), new Said(hold.heldBy(), day(hold.heldAt()), hold.reason()),
				(release != null) ? new Said(release.releasedBy(), day(release.releasedAt()), release.reason()) : null);
	}

	private LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.clock.getZone());
	}

}
