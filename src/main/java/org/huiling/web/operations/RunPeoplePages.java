package org.huiling.web.operations;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.huiling.applicant.ListedPeople;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.recalculation.RunOperations;
import org.huiling.recalculation.RunView;
import org.huiling.recalculation.finding.FindingFilter;
import org.huiling.recalculation.finding.RunChange;
import org.huiling.recalculation.finding.RunFailure;
import org.huiling.recalculation.finding.RunReport;
import org.huiling.recalculation.finding.RunUndecided;
import org.huiling.web.FieldNames;
import org.huiling.web.Identifiers;
import org.huiling.web.PageQuery;
import org.huiling.web.ProgramNames;
import org.huiling.web.RegionNames;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * 变动、待补资料、未能复核: what a run found about people, by their names, narrowed, page by page and
 * as files; and their notices to print.
 */
@Controller
class RunPeoplePages {

	private final RunOperations runs;

	private final RunSheets sheets;

	private final ListedPeople people;

	private final ProgramNames programs;

	private final RegionNames regions;

	private final FieldNames fields;

	private final FailureWords failures;

	RunPeoplePages(RunOperations runs, RunSheets sheets, ListedPeople people, ProgramNames programs,
			RegionNames regions, FieldNames fields, FailureWords failures) {
		this.failures = failures;
		this.runs = runs;
		this.sheets = sheets;
		this.people = people;
		this.programs = programs;
		this.regions = regions;
		this.fields = fields;
	}

	@GetMapping("/runs/{id}/changes")
	String changes(@PathVariable String id, @RequestParam @Nullable String program,
			@RequestParam @Nullable String because, @RequestParam @Nullable String region, Paging paging, Model model,
			Locale locale) {
		FindingFilter filter = FindingFilter.typed(program, because, region);
		UUID run = Identifiers.run(id);
		Listing<RunChange> page = this.runs.changes(run, filter, paging);
		return page("changes", run, filter, page, page.items().stream().map(RunChange::applicantId).toList(), model,
				locale);
	}

	@GetMapping("/runs/{id}/undecided")
	String undecided(@PathVariable String id, @RequestParam @Nullable String program,
			@RequestParam @Nullable String region, Paging paging, Model model, Locale locale) {
		FindingFilter filter = FindingFilter.typed(program, null, region);
		UUID run = Identifiers.run(id);
		Listing<RunUndecided> page = this.runs.undecided(run, filter, paging);
		return page("undecided", run, filter, page, page.items().stream().map(RunUndecided::applicantId).toList(),
				model, locale);
	}

	@GetMapping("/runs/{id}/failures")
	String failures(@PathVariable String id, @RequestParam @Nullable String region, Paging paging, Model model,
			Locale locale) {
		FindingFilter filter = FindingFilter.typed(null, null, region);
		UUID run = Identifiers.run(id);
		Listing<RunFailure> page = this.runs.failures(run, filter, paging);
		return page("failures", run, filter, page, page.items().stream().map(RunFailure::applicantId).toList(), model,
				locale);
	}

	private String page(String list, UUID id, FindingFilter filter, Listing<?> page, Collection<UUID> shown,
			Model model, Locale locale) {
		RunView run = this.runs.one(id);
		RunReport report = this.runs.report(id);
		model.addAttribute("list", list);
		model.addAttribute("causes", report.causes().stream().map(RunReport.Cause::because).distinct().toList());
		model.addAttribute("run", run);
		model.addAttribute("filter", filter);
		model.addAttribute("query", query(filter));
		model.addAttribute("page", page);
		model.addAttribute("people", this.people.listed(shown.stream().collect(Collectors.toSet())));
		model.addAttribute("names", this.programs.among(run.jurisdictions(), locale));
		model.addAttribute("regions", this.regions);
		model.addAttribute("fields", this.fields);
		model.addAttribute("failures", this.failures);
		model.addAttribute("streets",
				report.money().stream().flatMap((one) -> Stream.ofNullable(one.region())).distinct().sorted().toList());
		model.addAttribute("locale", locale);
		return "web/operations/run-people";
	}

	private static String query(FindingFilter filter) {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("program", Objects.requireNonNullElse(filter.program(), ""));
		query.put("because", Objects.requireNonNullElse(filter.because(), ""));
		query.put("region", Objects.requireNonNullElse(filter.region(), ""));
		return PageQuery.of(query);
	}

	@GetMapping({ "/runs/{id}/changes/csv", "/runs/{id}/changes/xlsx" })
	ResponseEntity<StreamingResponseBody> changesFile(@PathVariable String id, @RequestParam @Nullable String program,
			@RequestParam @Nullable String because, @RequestParam @Nullable String region, HttpServletRequest request,
			Locale locale) {
		TableFormat format = TableFormat.of(request);
		RunView run = this.runs.one(Identifiers.run(id));
		return format.answer("changes-" + name(run),
				this.sheets.changes(run,
						this.runs.allChanges(run.id(), FindingFilter.typed(program, because, region), format.ending()),
						locale));
	}

	@GetMapping({ "/runs/{id}/undecided/csv", "/runs/{id}/undecided/xlsx" })
	ResponseEntity<StreamingResponseBody> undecidedFile(@PathVariable String id, @RequestParam @Nullable String program,
			@RequestParam @Nullable String region, HttpServletRequest request, Locale locale) {
		TableFormat format = TableFormat.of(request);
		RunView run = this.runs.one(Identifiers.run(id));
		return format.answer("undecided-" + name(run), this.sheets.undecided(run,
				this.runs.allUndecided(run.id(), FindingFilter.typed(program, null, region), format.ending()), locale));
	}

	@GetMapping({ "/runs/{id}/failures/csv", "/runs/{id}/failures/xlsx" })
	ResponseEntity<StreamingResponseBody> failuresFile(@PathVariable String id, @RequestParam @Nullable String region,
			HttpServletRequest request, Locale locale) {
		TableFormat format = TableFormat.of(request);
		RunView run = this.runs.one(Identifiers.run(id));
		return format.answer("failures-" + name(run), this.sheets.failures(run,
				this.runs.allFailures(run.id(), FindingFilter.typed(null, null, region), format.ending()), locale));
	}

	/** Such as {@code model-district-2013-01-2013-07}. */
	private static String name(RunView run) {
		return String.join("-", run.jurisdictions()) + "-" + run.from() + "-" + run.to();
	}

	@GetMapping("/runs/{id}/notices")
	ResponseEntity<StreamingResponseBody> notices(@PathVariable String id, Locale locale) {
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(this.runs.notices(Identifiers.run(id), locale));
	}

}
