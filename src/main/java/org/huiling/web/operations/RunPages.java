package org.huiling.web.operations;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;
import org.huiling.recalculation.RunBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 批量复核: a run from its order to its report. */
@Controller
class RunPages {

	private final RunBook runs;

	private final PolicyCatalogue catalogue;

	private final JsonMapper json;

	private final Clock clock;

	RunPages(RunBook runs, PolicyCatalogue catalogue, JsonMapper json, Clock clock) {
		this.runs = runs;
		this.catalogue = catalogue;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/runs")
	String runs(Paging paging, Model model, Locale locale) {
		model.addAttribute("list", this.runs.list(paging));
		model.addAttribute("jurisdictions", this.catalogue.jurisdictions());
		model.addAttribute("month", YearMonth.now(this.clock));
		model.addAttribute("locale", locale);
		return "web/operations/runs";
	}

	@PostMapping("/runs")
	String order(@RequestParam MultiValueMap<String, String> form) {
		ObjectNode body = this.json.createObjectNode();
		for (String name : List.of("jurisdiction", "from", "to", "reason", "mode")) {
			String value = form.getFirst(name);
			if (value != null && !value.isBlank()) {
				body.put(name, value);
			}
		}
		return "redirect:/runs/" + this.runs.order(body);
	}

	@GetMapping("/runs/{id}")
	String run(@PathVariable String id, @RequestParam @Nullable String program, Paging paging, Model model) {
		ObjectNode run = this.runs.one(id(id));
		model.addAttribute("run", run);
		if ("COMPLETED".equals(run.get("state").asString())) {
			ObjectNode report = this.runs.report(id(id));
			model.addAttribute("report", report);
			model.addAttribute("programs", MoneyBars.of(report.get("money"), "program"));
			model.addAttribute("regions", MoneyBars.of(report.get("money"), "region"));
			model.addAttribute("width", MoneyBars.WIDTH);
			model.addAttribute("program", program);
			model.addAttribute("changes", this.runs.changes(id(id), program, paging));
			model.addAttribute("failures", this.runs.failures(id(id), paging));
		}
		return "web/operations/run";
	}

	/** How far it is; asked again until it ends. */
	@GetMapping("/runs/{id}/progress")
	String progress(@PathVariable String id, Model model) {
		model.addAttribute("run", this.runs.one(id(id)));
		return "web/operations/run :: state";
	}

	@PostMapping("/runs/{id}/stop")
	String stop(@PathVariable String id) {
		this.runs.stop(id(id));
		return "redirect:/runs/{id}";
	}

	@PostMapping("/runs/{id}/restart")
	String restart(@PathVariable String id) {
		this.runs.restart(id(id));
		return "redirect:/runs/{id}";
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.notFound("RUN_NOT_FOUND");
		}
	}

}
