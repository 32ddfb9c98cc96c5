package org.huiling.web.casework.decide;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.applicant.TypedApplicant;
import org.huiling.decision.assessment.Assessing;
import org.huiling.engine.Assessment;
import org.huiling.engine.Jurisdiction;
import org.huiling.facts.Subject;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.ProblemBody;
import org.huiling.problem.ProblemTexts;
import org.huiling.web.Districts;
import org.huiling.web.casework.form.ApplyingFields;
import org.huiling.web.casework.form.AskedFields;
import org.huiling.web.casework.form.Field;
import org.huiling.web.casework.form.PartFields;
import org.huiling.web.casework.form.TypedFacts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 快速测算: what somebody without a file is entitled to. Asks for the birth date, then for
 * what the answers miss, a few questions at a time.
 */
@Controller
class CheckPage {

	/** How many questions are open at a time. */
	private static final int OPEN = 3;

	private static final String JURISDICTION = "jurisdiction";

	private static final String PERIOD = "period";

	private final Assessing assessing;

	private final Districts districts;

	private final AnswerViews views;

	private final ProblemTexts problems;

	private final JsonMapper json;

	private final Clock clock;

	private final TypedApplicant form;

	private final AskedFields fields;

	private final ApplyingFields applying;

	private final PartFields parts;

	CheckPage(Assessing assessing, Districts districts, AnswerViews views, ProblemTexts problems, JsonMapper json,
			Clock clock, TypedApplicant form, AskedFields fields, ApplyingFields applying, PartFields parts) {
		this.parts = parts;
		this.applying = applying;
		this.fields = fields;
		this.form = form;
		this.assessing = assessing;
		this.districts = districts;
		this.views = views;
		this.problems = problems;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/check")
	String begin(Model model, Locale locale) {
		return page(new LinkedMultiValueMap<>(), model, locale);
	}

	/** Every answer is sent; to htmx only what is new comes back. */
	@PostMapping("/check")
	String check(@RequestParam MultiValueMap<String, String> form,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model, Locale locale) {
		String page = page(form, model, locale);
		return part ? page + " :: news" : page;
	}

	private String page(MultiValueMap<String, String> form, Model model, Locale locale) {
		TypedFacts typed = new TypedFacts(form);
		Jurisdiction chosen = this.districts.chosen(typed.value(JURISDICTION)).orElse(null);
		Asked asked = asked(typed, form);
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("chosen", chosen);
		model.addAttribute("month",
				typed.value(PERIOD).isEmpty() ? YearMonth.now(this.clock).toString() : typed.value(PERIOD));
		model.addAttribute("typed", typed);
		model.addAttribute("asked", asked.fields());
		model.addAttribute("news", List.of());
		model.addAttribute("skipped", asked.skipped());
		model.addAttribute("claims", this.parts.claims());
		model.addAttribute("programs", Map.of());
		model.addAttribute("locale", locale);
		if (chosen != null && !typed.value("birthDate").isEmpty()) {
			assess(typed, asked, chosen, model, locale);
		}
		return "web/casework/check";
	}

	/**
	 * Where the conversation stands.
	 *
	 * @param all every fact that could be asked for
	 * @param fields those that were
	 * @param skipped those that the user does not know, by path
	 */
	private record Asked(List<Field> all, List<Field> fields, Set<String> skipped) {

		boolean has(Field field) {
			return this.fields.stream().anyMatch((one) -> one.path().equals(field.path()));
		}

	}

	private Asked asked(TypedFacts typed, MultiValueMap<String, String> form) {
		List<Field> fields = form.getOrDefault("asked", List.of())
			.stream()
			.flatMap((path) -> this.fields.asked(path).stream())
			.distinct()
			.toList();
		List<Field> all = this.applying.of(this.fields.all(Subject.PERSON), typed.applicant(fields, this.form));
		return new Asked(all,
				fields.stream().flatMap((field) -> AskedFields.asked(all, field.path()).stream()).toList(),
				Set.copyOf(form.getOrDefault("skip", List.of())));
	}

	private void assess(TypedFacts typed, Asked asked, Jurisdiction chosen, Model model, Locale locale) {
		ObjectNode body = this.json.createObjectNode();
		body.put(PERIOD, String.valueOf(model.getAttribute("month")));
		body.put(JURISDICTION, chosen.id());
		body.put("explain", "FULL");
		List<Field> told = new ArrayList<>(asked.fields());
		told.addAll(this.parts.claims());
		body.set("applicant", typed.applicant(told, this.form));
		try {
			Assessing.Assessed assessed = this.assessing.assess(body, locale);
			List<Assessment> answers = assessed.assessments().assessments();
			model.addAttribute("answers", this.views.of(answers, locale));
			model.addAttribute("totals", this.views.totals(answers, locale).orElse(null));
			model.addAttribute("news", news(answers, asked, typed));
		}
		catch (InvalidInput invalid) {
			ProblemBody problem = this.problems.describe(invalid, locale);
			model.addAttribute("faults", faults(problem, locale));
		}
	}

	/** What is wrong, under the names that the form has for it. */
	private List<Fault> faults(ProblemBody problem, Locale locale) {
		List<Fault> faults = new ArrayList<>();
		List<ProblemBody.Entry> errors = (problem.errors() != null) ? problem.errors() : List.of();
		for (ProblemBody.Entry error : errors) {
			String path = Objects.requireNonNullElse(error.field(), "").replaceFirst("^applicant\\.?", "");
			String field = path.startsWith("statuses") ? "statuses" : path;
			faults.add(new Fault(field.replaceAll("[\\[\\]]", "").replace('.', '-'), this.views.field(path, locale),
					this.views.said(error.message(), locale)));
		}
		return faults;
	}

	/**
	 * Something that cannot be right.
	 *
	 * @param id of the field on the page
	 * @param field its name
	 * @param message what is wrong
	 */
	record Fault(String id, String field, String message) {
	}

	/** What follows an answer, then what most programs wait for; a few at a time. */
	private List<Field> news(List<Assessment> answers, Asked asked, TypedFacts typed) {
		long open = asked.fields()
			.stream()
			.filter((field) -> !typed.isAnswered(field) && !asked.skipped().contains(field.path()) && !field.unasked())
			.count();
		List<Field> all = asked.all();
		Map<Field, Integer> waiting = new HashMap<>();
		for (Assessment answer : answers) {
			Set<Field> missing = new LinkedHashSet<>();
			answer.missing().forEach((path) -> AskedFields.asked(all, path).ifPresent(missing::add));
			missing.forEach((field) -> waiting.merge(field, 1, Integer::sum));
		}
		return waiting.keySet()
			.stream()
			.filter((field) -> !asked.has(field) && !field.unasked())
			.filter((field) -> field.after() == null || !typed.value(field.after()).isEmpty())
			.sorted(Comparator.comparing((Field field) -> field.after() == null)
				.thenComparingInt((field) -> -waiting.getOrDefault(field, 0))
				.thenComparingInt(all::indexOf))
			.limit(Math.max(0, OPEN - open))
			.sorted(Comparator.comparingInt(all::indexOf))
			.toList();
	}

}
