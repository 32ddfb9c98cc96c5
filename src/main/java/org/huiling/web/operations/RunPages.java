package org.huiling.web.operations;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import org.huiling.paging.Paging;
import org.huiling.recalculation.RunsOnFile;
import org.huiling.web.Districts;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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

	/** So many of those who could not be reviewed are shown; the API has them all. */
	private static final int FAILURES = 50;

	private static final Set<String> OPEN = Set.of("STARTING", "RUNNING", "STOPPING");

	private final RunsOnFile runs;

	private final Districts districts;

	private final ProgramNames programs;

	private final JsonMapper json;

	private final Clock clock;

	RunPages(RunsOnFile runs, Districts districts, ProgramNames programs, JsonMapper json, Clock clock) {
		this.runs = runs;
		this.districts = districts;
		this.programs = programs;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/runs")
	String runs(Paging paging, Model model, Locale locale) {
		model.addAttribute("list", this.runs.list(paging));
		model.addAttribute("jurisdictions", this.districts.all());
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
	String run(@PathVariable String id, @RequestParam @Nullable String program, Paging paging, Model model,
			Locale locale) {
		ObjectNode run = this.runs.one(Identifiers.run(id));
		model.addAttribute("run", run);
		List<String> jurisdictions = run.get("jurisdictions").valueStream().map(JsonNode::asString).toList();
		model.addAttribute("names", this.programs.among(jurisdictions, locale));
		if ("COMPLETED".equals(run.get("state").asString())) {
			ObjectNode report = this.runs.report(Identifiers.run(id));
			model.addAttribute("report", report);
			model.addAttribute("programs", MoneyBars.of(report.get("money"), "program"));
			model.addAttribute("regions", MoneyBars.of(report.get("money"), "region"));
			model.addAttribute("ages", MoneyBars.of(report.get("ages"), "ages"));
			model.addAttribute("width", MoneyBars.WIDTH);
			model.addAttribute("program", program);
			model.addAttribute("changes", this.runs.changes(Identifiers.run(id), program, paging));
			model.addAttribute("failures", this.runs.failures(Identifiers.run(id), new Paging(0, FAILURES)));
		}
		return "web/operations/run";
	}

	/** How far it is; asked again until it ends, then the page shows what came of it. */
	@GetMapping("/runs/{id}/progress")
	String progress(@PathVariable String id, Model model, HttpServletResponse response) {
		ObjectNode run = this.runs.one(Identifiers.run(id));
		if (!OPEN.contains(run.get("state").asString())) {
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("run", run);
		return "web/operations/run :: state";
	}

	@PostMapping("/runs/{id}/stop")
	String stop(@PathVariable String id) {
		this.runs.stop(Identifiers.run(id));
		return "redirect:/runs/{id}";
	}

	@PostMapping("/runs/{id}/restart")
	String restart(@PathVariable String id) {
		this.runs.restart(Identifiers.run(id));
		return "redirect:/runs/{id}";
	}

}
