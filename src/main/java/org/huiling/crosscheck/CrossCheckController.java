package org.huiling.crosscheck;

import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.input.Ids;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.StreamedBody;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cross-checks over HTTP: lists of any size are read as they come. */
@Tag(name = "cross-checks",
		description = "比对 · outside lists matched with the register; each difference becomes a task")
@RestController
@RequestMapping(path = "/api/v1/cross-checks", produces = MediaType.APPLICATION_JSON_VALUE)
class CrossCheckController {

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	/** What browsers on some machines call any table. */
	private static final String EXCEL = "application/vnd.ms-excel";

	private static final String LIST = "身份证号码,姓名,出生日期,死亡日期\n,试例甲,1933-02-15,2013-05-20\n";

	private final CrossChecks checks;

	CrossCheckController(CrossChecks checks) {
		this.checks = checks;
	}

	@Operation(operationId = "crossCheck",
			summary = "比对 · matches an outside list with the register, in the background",
			description = """
					csv (UTF-8, GBK or GB18030) or xlsx with the columns resident id and/or name, birth date, and those of its kind, in either
					language; other columns are named in ignoredColumns. A line that is wrong is refused by itself (GET …/lines?outcome=REFUSED).
					By id; without one on the list or on file by name, and birth date where it is said: that is UNCLEAR, and nothing is proposed.
					DEATHS (date of death): PAID_BUT_DEAD where something is decided to be paid for a month after the death, on a roster or not;
					money is what is decided from then to asOf. RESIDENCE (hukou.region and/or residence.region, date since when): MOVED_AWAY where
					something is granted here that by the rules would not be there; without a date it proposes nothing.
					OTHER_BENEFIT (from, to, program, amount): PAID_TWICE where something is decided here for a month of the span; proposes to hold it
					while it is still drawn. POPULATION (hukou.region, residence.region): NOT_ON_FILE where the list alone makes somebody entitled.
					202: STARTING. The list is kept sealed until keptUntil, then only the tasks.""",
			requestBody = @RequestBody(required = true,
					content = {
							@Content(mediaType = CSV, schema = @Schema(type = "string"),
									examples = @ExampleObject(LIST)),
							@Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")),
							@Content(mediaType = EXCEL, schema = @Schema(type = "string", format = "binary")) }))
	@ApiResponse(responseCode = "202", description = "the list is taken", useReturnTypeSchema = true)
	@StreamedBody
	@PostMapping(consumes = { CSV, XLSX, EXCEL })
	ResponseEntity<CrossCheck> order(@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
			@RequestParam String jurisdiction, @RequestParam CrossCheckKind kind,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate asOf, @Parameter(hidden = true) InputStream body) {
		CrossCheck begun = this.checks.order(new CrossCheckOrder(jurisdiction, kind, asOf), body, type.getCharset());
		return ResponseEntity.accepted().location(URI.create("/api/v1/cross-checks/" + begun.id())).body(begun);
	}

	@Operation(operationId = "listCrossChecks",
			summary = "比对记录 · cross-checks of one's jurisdictions, the newest first")
	@GetMapping
	Listing<CrossCheck> list(Paging paging) {
		return this.checks.page(paging);
	}

	@Operation(operationId = "getCrossCheck", summary = "一次比对 · how far it is, and what it found")
	@GetMapping("/{id}")
	CrossCheck one(@PathVariable String id) {
		return this.checks.one(id(id));
	}

	@Operation(operationId = "stopCrossCheck", summary = "停止 · stops after the lines under way; what was found stays",
			description = "409 if it is not under way")
	@ApiResponse(responseCode = "202", description = "it is stopped", useReturnTypeSchema = true)
	@PostMapping("/{id}/stop")
	ResponseEntity<CrossCheck> stop(@PathVariable String id) {
		return ResponseEntity.accepted().body(this.checks.stop(id(id)));
	}

	@Operation(operationId = "restartCrossCheck",
			summary = "继续 · lets a stopped or failed cross-check go on from where it was",
			description = "409 if it is neither, or its list is forgotten")
	@ApiResponse(responseCode = "202", description = "it goes on", useReturnTypeSchema = true)
	@PostMapping("/{id}/restart")
	ResponseEntity<CrossCheck> restart(@PathVariable String id) {
		return ResponseEntity.accepted().body(this.checks.restart(id(id)));
	}

	@Operation(operationId = "listCrossCheckLines",
			summary = "比对明细 · the lines of a list and what came of each; none once the list is forgotten")
	@GetMapping("/{id}/lines")
	Listing<CrossCheckLine> lines(@PathVariable String id, @RequestParam CrossCheckLine.@Nullable Outcome outcome,
			Paging paging, @Parameter(hidden = true) Locale locale) {
		return this.checks.lines(id(id), outcome, paging, locale);
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "CROSS_CHECK_NOT_FOUND");
	}

}
