package org.huiling.web.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.decision.assessment.PolicyAtFault;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.facts.Period;
import org.huiling.input.StrictJson;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.drafts.Drafts;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.policy.drafts.trial.FactTrial;
import org.huiling.policy.drafts.trial.TestPeople;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.ProblemTexts;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.huiling.web.casework.decide.AnswerViews;
import org.huiling.web.casework.form.PersonForm;
import org.huiling.web.policy.CheckView.Somebody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tries a draft on somebody: of its examples, of what the check found, or made up. */
@Controller
class TryPages {

	private final Drafts drafts;

	private final FactTrial trial;

	private final PolicyCatalogue catalogue;

	private final AnswerViews views;

	private final ProblemTexts problems;

	private final ApplicantReaderInForce readings;

	private final Clock clock;

	private final TestPeople people;

	private final PersonForm form;

	private final ProgramNames names;

	TryPages(Drafts drafts, FactTrial trial, PolicyCatalogue catalogue, AnswerViews views, ProblemTexts problems,
			ApplicantReaderInForce readings, Clock clock, TestPeople people, PersonForm form, ProgramNames names) {
		this.people = people;
		this.form = form;
		this.names = names;
		this.drafts = drafts;
		this.trial = trial;
		this.catalogue = catalogue;
		this.views = views;
		this.problems = problems;
		this.readings = readings;
		this.clock = clock;
	}

	@GetMapping("/drafts/{id}/try")
	String somebody(@PathVariable String id, @RequestParam(defaultValue = "-1") int example,
			@RequestParam(defaultValue = "-1") int finding, @RequestParam(defaultValue = "") String saved, Model model,
			Locale locale) {
		UUID draft = Identifiers.draft(id);
		Somebody somebody = null;
		for (TestPeople.TestPerson one : this.people.of(draft)) {
			if (one.id().toString().equals(saved)) {
				somebody = new Somebody(one.period(), one.person());
				model.addAttribute("name", one.name());
			}
		}
		if (example >= 0 || finding >= 0) {
			CheckReport report = this.drafts.look(draft, null, new byte[0]);
			somebody = (example >= 0) ? Somebody.example(report, example) : Somebody.finding(report, finding);
		}
		Somebody shown = Objects.requireNonNullElseGet(somebody,
				() -> new Somebody(first(this.drafts.view(draft)).toString(), """
						{
						  "birthDate": "1940-05-01",
						  "hukou": {"region": "%s", "type": "RURAL", "since": "2000-01-01"},
						  "statuses": []
						}""".formatted(region(draft))));
		return page(draft, shown.period(), shown.json(), somebody != null, model, locale);
	}

	/** The month that runs, or the first whose first day the draft governs. */
	private YearMonth first(DraftView draft) {
		YearMonth now = YearMonth.now(this.clock);
		LocalDate from = draft.effectiveFrom();
		if (from == null) {
			return now;
		}
		YearMonth first = YearMonth.from(from.minusDays(1)).plusMonths(1);
		return first.isAfter(now) ? first : now;
	}

	/** The region that the draft's jurisdiction is made of. */
	private String region(UUID draft) {
		String prefix = Optional.ofNullable(this.drafts.view(draft).jurisdiction())
			.flatMap(this.catalogue::jurisdiction)
			.map(Jurisdiction::regionPrefix)
			.orElse("");
		return (prefix + "000000").substring(0, Math.max(prefix.length(), 6));
	}

	@PostMapping("/drafts/{id}/try")
	String ask(@PathVariable String id, @RequestParam String period, @RequestParam String person, Model model,
			Locale locale) {
		return page(Identifiers.draft(id), period, person, true, model, locale);
	}

	/** What the form says, with what it does not show as it was. */
	@PostMapping("/drafts/{id}/try/form")
	String askByForm(@PathVariable String id, @RequestParam String period, @RequestParam String person,
			@RequestParam MultiValueMap<String, String> typed, Model model, Locale locale) {
		UUID draft = Identifiers.draft(id);
		model.addAttribute("name", typed.getFirst("name"));
		return page(draft, period, typed(draft, person, typed, locale), true, model, locale);
	}

	/** Keeps whom the form describes, and tries the draft on them. */
	@PostMapping("/drafts/{id}/people")
	String keep(@PathVariable String id, @RequestParam String period, @RequestParam String person,
			@RequestParam(defaultValue = "") String name, @RequestParam MultiValueMap<String, String> typed,
			Locale locale) {
		UUID draft = Identifiers.draft(id);
		this.people.keep(draft, name, period, typed(draft, person, typed, locale));
		String kept = this.people.of(draft)
			.stream()
			.filter((one) -> one.name().equals(name.strip()))
			.map((one) -> one.id().toString())
			.findFirst()
			.orElse("");
		return "redirect:/drafts/{id}/try?saved=" + kept;
	}

	@PostMapping("/drafts/{id}/people/{person}/forget")
	String forget(@PathVariable String id, @PathVariable String person) {
		try {
			this.people.forget(Identifiers.draft(id), UUID.fromString(person));
		}
		catch (IllegalArgumentException ex) {
			return "redirect:/drafts/{id}/try"; // nobody has such an id
		}
		return "redirect:/drafts/{id}/try";
	}

	private String typed(UUID draft, String person, MultiValueMap<String, String> typed, Locale locale) {
		JsonNode before = StrictJson.read(person.getBytes(StandardCharsets.UTF_8));
		return (before instanceof ObjectNode known)
				? this.form.read(known, typed, programs(draft, locale).keySet()).toPrettyString() : person;
	}

	private Map<String, String> programs(UUID draft, Locale locale) {
		String jurisdiction = this.drafts.view(draft).jurisdiction();
		return (jurisdiction != null) ? this.names.of(jurisdiction, locale) : Map.of();
	}

	private String page(UUID draft, String period, String person, boolean ask, Model model, Locale locale) {
		model.addAttribute("draft", this.drafts.view(draft));
		model.addAttribute("tab", "try");
		model.addAttribute("locale", locale);
		model.addAttribute("period", period);
		model.addAttribute("person", person);
		model.addAttribute("answers", null);
		model.addAttribute("tried", null);
		model.addAttribute("wrong", null);
		model.addAttribute("people", this.people.of(draft));
		byForm(draft, person, model, locale);
		if (ask) {
			answer(draft, period, person, model, locale);
		}
		return "web/policy/try";
	}

	/**
	 * Facts that a draft brings are known to no form yet, so it is tried as JSON alone.
	 */
	private void byForm(UUID draft, String person, Model model, Locale locale) {
		model.addAttribute("byForm", false);
		if (this.drafts.view(draft).program() == null) {
			return;
		}
		try {
			this.form.show(StrictJson.read(person.getBytes(StandardCharsets.UTF_8)), programs(draft, locale), model);
			model.addAttribute("byForm", true);
		}
		catch (InvalidInput unread) {
			model.addAttribute("typed", null);
		}
	}

	private void answer(UUID draft, String period, String person, Model model, Locale locale) {
		try {
			Period asked = Period.parse(period);
			var read = this.readings.by(this.drafts.reading(draft))
				.read(StrictJson.read(person.getBytes(StandardCharsets.UTF_8)));
			if (this.drafts.isOfFactFile(draft)) {
				model.addAttribute("tried", this.trial.of(draft, read.record(), asked));
			}
			else {
				model.addAttribute("answers", this.views.inFull(this.drafts.ask(draft, read.record(), asked),
						ParameterTable.units(this.drafts.files(draft).get(DraftPages.HEADER)), locale));
			}
		}
		catch (InvalidInput invalid) {
			model.addAttribute("wrong", this.problems.describe(invalid, locale));
		}
		catch (PolicyFault fault) {
			model.addAttribute("fault", fault.code());
			model.addAttribute("rules", PolicyAtFault.rules(fault, locale));
		}
		catch (PolicyDefects defects) {
			model.addAttribute("broken", true);
		}
		catch (DateTimeException | IllegalArgumentException noPeriod) {
			model.addAttribute("noPeriod", true);
		}
	}

}
