package org.huiling.recalculation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.Ids;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.recalculation.finding.FindingFilter;
import org.huiling.recalculation.finding.RunChange;
import org.huiling.recalculation.finding.RunFailure;
import org.huiling.recalculation.finding.RunReport;
import org.huiling.recalculation.finding.RunUndecided;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Runs over HTTP. */
@Tag(name = "recalculations", description = "批量复核 · assess everybody again and decide what differs")
@RestController
@RequestMapping(path = "/api/v1/recalculations", produces = MediaType.APPLICATION_JSON_VALUE)
class RecalculationController {

	private static final String CSV = "text/csv";

	private final RunOperations runs;

	RecalculationController(RunOperations runs) {
		this.runs = runs;
	}

	@Operation(operationId = "orderRun", summary = "批量复核 · orders a run",
			description = """
					{"jurisdiction"?, "programs"?, "from": "2013-01", "to": "2013-07", "touchedSince"?, "reason", "mode": "DRY_RUN" or "COMMIT"}
					or {"withdrawnVersion": {"jurisdiction", "program", "version"}, "to"?, "programs"?, "reason", "mode"}: everybody with
					a decision under a version that was withdrawn, from its period on to this month.
					202 with Location; DRY_RUN writes nothing but its report. Facts and policies are those known when it is ordered,
					also after a restart. 409 while another run could decide the same.""")
	@ApiResponse(responseCode = "202", description = "it begins", useReturnTypeSchema = true)
	@Idempotent
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<RunView> order(@RequestBody RunBody asked) {
		RunView run = this.runs.order(asked);
		return ResponseEntity.accepted().location(URI.create("/api/v1/recalculations/" + run.id())).body(run);
	}

	@Operation(operationId = "listRuns", summary = "全部复核批次 · runs, the newest first")
	@GetMapping
	Listing<RunView> list(Paging paging) {
		return this.runs.list(paging);
	}

	@Operation(operationId = "getRun", summary = "一个批次 · how far a run is")
	@GetMapping("/{id}")
	RunView run(@PathVariable String id) {
		return this.runs.one(id(id));
	}

	@Operation(operationId = "getRunReport",
			summary = "复核报告 · counts by outcome and cause, money by program and region")
	@GetMapping("/{id}/report")
	RunReport report(@PathVariable String id) {
		return this.runs.report(id(id));
	}

	@Operation(operationId = "listRunChanges", summary = "变动清单 · what differs, before and after; as text/csv all of it")
	@GetMapping("/{id}/changes")
	Listing<RunChange> changes(@PathVariable String id, @RequestParam @Nullable String program, Paging paging) {
		return this.runs.changes(id(id), FindingFilter.of(program), paging);
	}

	@Operation(hidden = true)
	@GetMapping(path = "/{id}/changes", produces = CSV)
	ResponseEntity<StreamingResponseBody> changesAsCsv(@PathVariable String id,
			@RequestParam @Nullable String program) {
		UUID run = id(id);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"changes-" + run + ".csv\"")
			.body(this.runs.allChanges(run, program));
	}

	@Operation(operationId = "printRunNotices",
			summary = "通知书打印件 · the notices of everybody whose benefit changed or ended, as one file to print",
			description = "text/html, a page for each; lang is zh or en; 409 for a dry run, which decides nothing")
	@ApiResponse(responseCode = "200", description = "pages of A4",
			content = @Content(schema = @Schema(type = "string")))
	@GetMapping(path = "/{id}/notices", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<StreamingResponseBody> notices(@PathVariable String id, @RequestParam @Nullable String lang,
			Locale accepted) {
		UUID run = id(id);
		Locale locale = (lang == null) ? accepted : "en".equals(lang) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"notices-" + run + ".html\"")
			.cacheControl(CacheControl.noStore())
			.body(this.runs.notices(run, locale));
	}

	@Operation(operationId = "listRunFailures", summary = "未能复核的人员 · whose facts or policies are broken, and why")
	@GetMapping("/{id}/failures")
	Listing<RunFailure> failures(@PathVariable String id, Paging paging) {
		return this.runs.failures(id(id), FindingFilter.of(null), paging);
	}

	@Operation(operationId = "listRunUndecided", summary = "待补资料 · what cannot be decided before a field is known")
	@GetMapping("/{id}/undecided")
	Listing<RunUndecided> undecided(@PathVariable String id, Paging paging) {
		return this.runs.undecided(id(id), FindingFilter.of(null), paging);
	}

	@Operation(operationId = "stopRun", summary = "停止 · asks a run to stop; what is done stays done")
	@ApiResponse(responseCode = "202", description = "it stops after the slices under way", useReturnTypeSchema = true)
	@PostMapping("/{id}/stop")
	ResponseEntity<RunView> stop(@PathVariable String id) {
		return ResponseEntity.accepted().body(this.runs.stop(id(id)));
	}

	@Operation(operationId = "restartRun", summary = "继续 · lets a stopped or failed run go on from where it was")
	@ApiResponse(responseCode = "202", description = "it goes on", useReturnTypeSchema = true)
	@PostMapping("/{id}/restart")
	ResponseEntity<RunView> restart(@PathVariable String id) {
		return ResponseEntity.accepted().body(this.runs.restart(id(id)));
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "RUN_NOT_FOUND");
	}

}
