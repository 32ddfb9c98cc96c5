package org.huiling.web.operations;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.huiling.applicant.ListedPeople;
import org.huiling.engine.Jurisdiction;
import org.huiling.idempotency.Idempotent;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.recalculation.RunBody;
import org.huiling.recalculation.RunOperations;
import org.huiling.recalculation.RunView;
import org.huiling.recalculation.finding.FindingFilter;
import org.huiling.recalculation.finding.RunChange;
import org.huiling.recalculation.finding.RunReport;
import org.huiling.recalculation.run.RunMode;
import org.huiling.recalculation.run.RunState;
import org.huiling.web.Dates;
import org.huiling.web.Districts;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.huiling.web.RegionNames;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 批量复核: a run from its order to its report. */
@Controller
class RunPages {

	/**
	 * How many changes the page of a run begins with; a page of their own has them all.
	 */
	private static final int FIRST = 10;

	private final RunOperations runs;

	private final Districts districts;

	private final ProgramNames programs;

	private final ListedPeople people;

	private final RegionNames regions;

	private final Dates dates;

	private final Clock clock;

	RunPages(RunOperations runs, Districts districts, ProgramNames programs, ListedPeople people, RegionNames regions,
			Dates dates, Clock clock) {
		this.dates = dates;
		this.regions = regions;
		this.runs = runs;
		this.people = people;
		this.districts = districts;
		this.programs = programs;
		this.clock = clock;
	}

	@GetMapping("/runs")
	String runs(Paging paging, Model model, Locale locale) {
		model.addAttribute("list", this.runs.list(paging));
		model.addAttribute("jurisdictions", this.districts.all());
		List<Jurisdiction> own = this.districts.own();
		model.addAttribute("names", this.programs
			.among((own.isEmpty() ? this.districts.all() : own).stream().map(Jurisdiction::id).toList(), locale));
		model.addAttribute("month", YearMonth.now(this.clock));
		model.addAttribute("locale", locale);
		return "web/operations/runs";
	}

	@Idempotent
	@PostMapping("/runs")
	String order(@RequestParam MultiValueMap<String, String> form) {
		return "redirect:/runs/" + this.runs.order(RunForm.read(form, this.clock.getZone())).id();
	}

	/**
	 * Before a run decides anything: which dry run came before it, and what that found.
	 */
	@PostMapping("/runs/commit")
	String ask(@RequestParam MultiValueMap<String, String> form,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model, Locale locale) {
		RunBody asked = RunForm.read(form, this.clock.getZone());
		RunView dry = this.runs.dryRunBefore(asked).orElse(null);
		model.addAttribute("asked", asked);
		model.addAttribute("fields", RunForm.fields(form));
		model.addAttribute("dry", dry);
		model.addAttribute("dates", this.dates);
		if (dry != null) {
			model.addAttribute("totals", this.runs.report(dry.id()).totals());
			model.addAttribute("tasks", this.runs.tasks(dry.id()));
		}
		String page = runs(new Paging(0, Paging.DEFAULT_SIZE), model, locale);
		return part ? page + " :: commit" : page;
	}

	@GetMapping("/runs/{id}")
	String run(@PathVariable String id, Model model, Locale locale) {
		RunView run = this.runs.one(Identifiers.run(id));
		model.addAttribute("run", run);
		model.addAttribute("dates", this.dates);
		model.addAttribute("regions", this.regions);
		model.addAttribute("names", this.programs.among(run.jurisdictions(), locale));
		if (run.state() == RunState.COMPLETED) {
			if (run.mode() == RunMode.DRY_RUN && run.jurisdictions().size() == 1) {
				model.addAttribute("same", RunForm.fields(run, this.clock.getZone()));
			}
			RunReport report = this.runs.report(Identifiers.run(id));
			model.addAttribute("report", report);
			model.addAttribute("later", this.runs.later(Identifiers.run(id)));
			List<MoneySide> sides = MoneySide.of(report, this.programs.cycles(run.jurisdictions()));
			model.addAttribute("sides", sides);
			model.addAttribute("width", MoneyBars.WIDTH);
			Listing<RunChange> changes = this.runs.changes(Identifiers.run(id), FindingFilter.of(null),
					new Paging(0, FIRST));
			model.addAttribute("page", changes);
			model.addAttribute("notices", this.runs.hasNotices(Identifiers.run(id)));
			model.addAttribute("people", this.people
				.listed(changes.items().stream().map(RunChange::applicantId).collect(Collectors.toSet())));
		}
		return "web/operations/run";
	}

	/** How far it is; asked again until it ends, then the page shows what came of it. */
	@GetMapping("/runs/{id}/progress")
	String progress(@PathVariable String id, Model model, HttpServletResponse response) {
		RunView run = this.runs.one(Identifiers.run(id));
		if (!run.state().isOpen()) {
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
