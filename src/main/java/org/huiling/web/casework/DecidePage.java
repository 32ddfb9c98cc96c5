package org.huiling.web.casework;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.decision.DecideBody;
import org.huiling.decision.DecidedView;
import org.huiling.decision.PersonDecisions;
import org.huiling.decision.assessment.Assessing;
import org.huiling.engine.Assessment;
import org.huiling.input.RecordReader;
import org.huiling.web.FieldNames;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Assesses somebody on file for a month, quarter or year, and decides. */
@Controller
class DecidePage {

	private final Assessing assessing;

	private final PersonDecisions decisions;

	private final AnswerViews views;

	private final FieldNames names;

	private final ProgramNames programs;

	private final JsonMapper json;

	DecidePage(Assessing assessing, PersonDecisions decisions, AnswerViews views, FieldNames names,
			ProgramNames programs, JsonMapper json) {
		this.assessing = assessing;
		this.decisions = decisions;
		this.views = views;
		this.names = names;
		this.programs = programs;
		this.json = json;
	}

	/** What the rules answer; nothing is stored. */
	@PostMapping("/people/{id}/assessment")
	String assess(@PathVariable String id, @RequestParam String period, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		ObjectNode body = this.json.createObjectNode();
		body.put("applicantId", person.toString());
		body.put("period", period);
		body.put("explain", "FULL");
		List<Assessment> answers = this.assessing.assess(body, locale).assessments().assessments();
		model.addAttribute("id", person);
		model.addAttribute("period", period);
		model.addAttribute("answers", this.views.of(answers, locale));
		model.addAttribute("totals", this.views.totals(answers, locale).orElse(null));
		return "web/casework/decide :: assessed";
	}

	/**
	 * Something that could not be decided.
	 *
	 * @param program its name
	 * @param missing what has to be known first
	 */
	record Undecided(String program, String missing) {
	}

	/** Makes it official. */
	@PostMapping("/people/{id}/decisions")
	String decide(@PathVariable String id, @RequestParam Map<String, String> form, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		DecidedView decided = this.decisions.decide(person, RecordReader.form(form, DecideBody.class), locale);
		ProgramNames.Names names = this.programs.in(locale);
		String jurisdiction = decided.items().isEmpty() ? "" : decided.items().get(0).jurisdiction();
		List<Undecided> undecided = decided.undecided()
			.stream()
			.map((one) -> new Undecided(names.of(jurisdiction, one.program()),
					one.missing()
						.stream()
						.map((path) -> this.names.of(path, locale))
						.collect(Collectors.joining(", "))))
			.toList();
		model.addAttribute("id", person);
		model.addAttribute("items", decided.items());
		model.addAttribute("undecided", undecided.stream().distinct().toList());
		model.addAttribute("given", decided.given());
		model.addAttribute("programs", names);
		return "web/casework/decide :: decided";
	}

}
