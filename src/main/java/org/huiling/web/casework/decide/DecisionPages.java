package org.huiling.web.casework.decide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.decision.DecisionView;
import org.huiling.decision.notice.DecisionGrounds;
import org.huiling.decision.notice.NoticeNumbers;
import org.huiling.decision.remedy.ConclusionBody;
import org.huiling.decision.remedy.ObjectionBody;
import org.huiling.decision.remedy.RemedyOperations;
import org.huiling.decision.replay.Replays;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 一项认定: what was decided and why, objections against it, and taking it back. */
@Controller
class DecisionPages {

	private final RemedyOperations moves;

	private final Replays replays;

	private final DecisionGrounds grounds;

	private final NoticeNumbers numbers;

	private final ApplicantRegister register;

	private final ProgramNames programs;

	private final Clock clock;

	DecisionPages(RemedyOperations moves, Replays replays, DecisionGrounds grounds, NoticeNumbers numbers,
			ApplicantRegister register, ProgramNames programs, Clock clock) {
		this.moves = moves;
		this.replays = replays;
		this.grounds = grounds;
		this.numbers = numbers;
		this.register = register;
		this.programs = programs;
		this.clock = clock;
	}

	@GetMapping("/decisions/{id}")
	String decision(@PathVariable String id, Model model, Locale locale) {
		DecisionView decision = this.moves.one(Identifiers.decision(id));
		UUID person = decision.applicantId();
		model.addAttribute("decision", decision);
		model.addAttribute("number",
				Objects.requireNonNull(this.register.shown(Set.of(person)).get(person)).fileNumber() + "-"
						+ decision.number());
		model.addAttribute("documentNumber", this.numbers.of(List.of(decision.id())).get(decision.id()));
		model.addAttribute("programs", this.programs.in(locale));
		model.addAttribute("grants", this.grounds.grants(decision.why(), locale));
		model.addAttribute("refusals", this.grounds.refusals(decision.whyNot(), decision.digest(), locale));
		model.addAttribute("notes", this.grounds.notes(decision.notes(), locale));
		model.addAttribute("today", LocalDate.now(this.clock));
		return "web/casework/decision";
	}

	/** Asks again from what was kept with it; nothing changes. */
	@PostMapping("/decisions/{id}/replay")
	String replay(@PathVariable String id, Model model, Locale locale) {
		UUID decision = Identifiers.decision(id);
		model.addAttribute("id", decision);
		model.addAttribute("replay", this.replays.replay(decision, locale));
		model.addAttribute("currency", this.moves.one(decision).currency());
		return "web/casework/replay :: replayed";
	}

	@PostMapping("/decisions/{id}/revoke")
	String revoke(@PathVariable String id, @RequestParam Map<String, String> form) {
		return "redirect:/people/"
				+ this.moves.revoke(Identifiers.decision(id), RecordReader.form(form, ReasonBody.class).reason())
					.applicantId();
	}

	@Idempotent
	@PostMapping("/decisions/{id}/objections")
	String object(@PathVariable String id, @RequestParam Map<String, String> form) {
		UUID decision = Identifiers.decision(id);
		this.moves.object(decision, RecordReader.form(form, ObjectionBody.class));
		return "redirect:/decisions/" + decision;
	}

	@Idempotent
	@PostMapping("/decisions/{id}/objections/{objection}/outcome")
	String conclude(@PathVariable String id, @PathVariable String objection, @RequestParam Map<String, String> form) {
		UUID decision = Identifiers.decision(id);
		this.moves.conclude(decision, Identifiers.objection(objection), RecordReader.form(form, ConclusionBody.class));
		return "redirect:/decisions/" + decision;
	}

}
