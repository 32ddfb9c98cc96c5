package org.huiling.web.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.decision.assessment.PolicyAtFault;
import org.huiling.engine.CheckReport;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyDefects;
import org.huiling.engine.PolicyFault;
import org.huiling.facts.Period;
import org.huiling.input.StrictJson;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.drafts.Drafts;
import org.huiling.policy.drafts.FactTrial;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.ProblemTexts;
import org.huiling.web.Identifiers;
import org.huiling.web.casework.AnswerViews;
import org.huiling.web.policy.CheckView.Somebody;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

	TryPages(Drafts drafts, FactTrial trial, PolicyCatalogue catalogue, AnswerViews views, ProblemTexts problems,
			ApplicantReaderInForce readings, Clock clock) {
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
			@RequestParam(defaultValue = "-1") int finding, Model model, Locale locale) {
		UUID draft = Identifiers.draft(id);
		Somebody somebody = null;
		if (example >= 0 || finding >= 0) {
			CheckReport report = this.drafts.look(draft, null, new byte[0]);
			somebody = (example >= 0) ? Somebody.example(report, example) : Somebody.finding(report, finding);
		}
		Somebody shown = Objects.requireNonNullElseGet(somebody,
				() -> new Somebody(YearMonth.now(this.clock).toString(), """
						{
						  "birthDate": "1940-05-01",
						  "hukou": {"region": "%s", "type": "RURAL", "since": "1950-01-01"},
						  "statuses": []
						}""".formatted(region(draft))));
		return page(draft, shown.period(), shown.json(), somebody != null, model, locale);
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

	private String page(UUID draft, String period, String person, boolean ask, Model model, Locale locale) {
		model.addAttribute("draft", this.drafts.view(draft));
		model.addAttribute("tab", "try");
		model.addAttribute("locale", locale);
		model.addAttribute("period", period);
		model.addAttribute("person", person);
		model.addAttribute("answers", null);
		model.addAttribute("tried", null);
		model.addAttribute("wrong", null);
		if (ask) {
			answer(draft, period, person, model, locale);
		}
		return "web/policy/try";
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
				model.addAttribute("answers", this.views.inFull(this.drafts.ask(draft, read.record(), asked), locale));
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
