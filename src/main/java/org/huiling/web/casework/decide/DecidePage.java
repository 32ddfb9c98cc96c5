package org.huiling.web.casework.decide;

import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.decision.DecideBody;
import org.huiling.decision.DecidedView;
import org.huiling.decision.DecisionView;
import org.huiling.decision.PersonDecisions;
import org.huiling.decision.assessment.Assessing;
import org.huiling.engine.Assessment;
import org.huiling.input.RecordReader;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
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

/**
 * Assesses somebody on file for a month, quarter or year, shows what deciding would do,
 * and decides.
 */
@Controller
class DecidePage {

	private static final int UNPROCESSABLE = 422;

	private final Assessing assessing;

	private final PersonDecisions decisions;

	private final AnswerViews views;

	private final FieldNames names;

	private final ProgramNames programs;

	private final JsonMapper json;

	private final Clock clock;

	DecidePage(Assessing assessing, PersonDecisions decisions, AnswerViews views, FieldNames names,
			ProgramNames programs, JsonMapper json, Clock clock) {
		this.assessing = assessing;
		this.decisions = decisions;
		this.views = views;
		this.names = names;
		this.programs = programs;
		this.json = json;
		this.clock = clock;
	}

	/** What the rules answer, and what of it can be decided; nothing is stored. */
	@PostMapping("/people/{id}/assessment")
	String assess(@PathVariable String id, @RequestParam String period, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		ObjectNode body = this.json.createObjectNode();
		body.put("applicantId", person.toString());
		body.put("period", period);
		body.put("explain", "FULL");
		Assessing.Assessed assessed = this.assessing.assess(body, locale);
		List<Assessment> answers = assessed.assessments().assessments();
		List<AnswerView> views = this.views.of(answers, locale);
		model.addAttribute("id", person);
		model.addAttribute("period", period);
		model.addAttribute("answers", views);
		model.addAttribute("choices", Choice.of(views, assessed.facts(), this.decisions.of(person, null)));
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

	/** What making it official would do; nothing is stored. */
	@PostMapping("/people/{id}/decisions/effect")
	String effect(@PathVariable String id, @RequestParam(defaultValue = "") List<String> programs,
			@RequestParam Map<String, String> form, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		List<DecisionView> before = this.decisions.of(person, null);
		DecidedView decided = this.decisions.preview(person, body(programs, form), locale);
		List<Effect> effects = Effect.of(decided.items(), before, YearMonth.now(this.clock));
		add(decided, model, locale);
		model.addAttribute("id", person);
		model.addAttribute("effects", effects);
		model.addAttribute("arrears", effects.stream().anyMatch((effect) -> effect.arrears() != null));
		model.addAttribute("notices", effects.stream().filter(Effect::isNew).count());
		model.addAttribute("period", form.get("period"));
		model.addAttribute("chosen", programs);
		model.addAttribute("reason", form.getOrDefault("reason", ""));
		return "web/casework/decide :: effect";
	}

	/** Makes it official. */
	@PostMapping("/people/{id}/decisions")
	String decide(@PathVariable String id, @RequestParam(defaultValue = "") List<String> programs,
			@RequestParam Map<String, String> form, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		DecidedView decided = this.decisions.decide(person, body(programs, form), locale);
		model.addAttribute("id", person);
		add(decided, model, locale);
		model.addAttribute("items", decided.items());
		return "web/casework/decide :: decided";
	}

	/** What was ticked; a form says nothing of what was not. */
	private static DecideBody body(List<String> programs, Map<String, String> form) {
		if (programs.isEmpty()) {
			throw new InvalidInput(UNPROCESSABLE, List.of(FieldError.of("programs", "NOTHING_TICKED")));
		}
		Map<String, Object> values = new HashMap<>(Map.of("programs", programs));
		Stream.of("period", "reason")
			.filter((name) -> !form.getOrDefault(name, "").isBlank())
			.forEach((name) -> values.put(name, form.getOrDefault(name, "").strip()));
		return RecordReader.values(values, DecideBody.class);
	}

	private void add(DecidedView decided, Model model, Locale locale) {
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
		model.addAttribute("undecided", undecided.stream().distinct().toList());
		model.addAttribute("given", decided.given());
		model.addAttribute("programs", names);
	}

}
