package org.huiling.recalculation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.NoticePrinter;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.StrictJson;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import org.huiling.spreadsheet.CsvCell;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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

	private static final List<String> COLUMNS = List.of("applicantId", "fileNumber", "residentId", "jurisdiction",
			"program", "period", "claim", "before.outcome", "before.amount", "before.version", "after.outcome",
			"after.amount", "after.version", "difference", "adjustment", "because");

	private final RunsOnFile runs;

	private final RunReport report;

	private final NoticePrinter notices;

	private final RecordedTime time;

	private final Idempotency idempotency;

	private final AuditTrail audit;

	private final JsonMapper json;

	private final TransactionTemplate transaction;

	RecalculationController(RunsOnFile runs, RunReport report, NoticePrinter notices, RecordedTime time,
			Idempotency idempotency, AuditTrail audit, JsonMapper json, PlatformTransactionManager transactions) {
		this.runs = runs;
		this.report = report;
		this.notices = notices;
		this.time = time;
		this.idempotency = idempotency;
		this.audit = audit;
		this.json = json;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Operation(summary = "批量复核 · orders a run",
			description = """
					{"jurisdiction"?, "programs"?, "from": "2013-01", "to": "2013-07", "touchedSince"?, "reason", "mode": "DRY_RUN" or "COMMIT"}
					or {"withdrawnVersion": {"jurisdiction", "program", "version"}, "to"?, "programs"?, "reason", "mode"}: everybody with
					a decision under a version that was withdrawn, from its period on to this month.
					202 with Location; DRY_RUN writes nothing but its report. Facts and policies are those known when it is ordered,
					also after a restart. 409 while another run could decide the same.""")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> order(@Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		byte[] bytes = body.readAllBytes();
		JsonNode asked = StrictJson.read(bytes);
		return this.idempotency.once(key, "POST /recalculations", bytes, () -> {
			UUID run = this.runs.order(asked);
			return ResponseEntity.accepted()
				.location(URI.create("/api/v1/recalculations/" + run))
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.json.writeValueAsBytes(this.runs.one(run)));
		});
	}

	@Operation(summary = "全部复核批次 · runs, the newest first")
	@GetMapping
	Listing<ObjectNode> list(Paging paging) {
		return this.runs.list(paging);
	}

	@Operation(summary = "一个批次 · how far a run is")
	@GetMapping("/{id}")
	ObjectNode run(@PathVariable String id) {
		return this.runs.one(id(id));
	}

	@Operation(summary = "复核报告 · counts by outcome and cause, money by program and region")
	@GetMapping("/{id}/report")
	ObjectNode report(@PathVariable String id) {
		return this.runs.report(id(id));
	}

	@Operation(summary = "变动清单 · what differs, before and after; as text/csv all of it")
	@GetMapping("/{id}/changes")
	Listing<ObjectNode> changes(@PathVariable String id, @RequestParam @Nullable String program, Paging paging) {
		return this.runs.changes(id(id), program, paging);
	}

	@Operation(hidden = true)
	@GetMapping(path = "/{id}/changes", produces = CSV)
	ResponseEntity<StreamingResponseBody> changesAsCsv(@PathVariable String id,
			@RequestParam @Nullable String program) {
		Run run = visible(id);
		this.runs.noteReading(run, program);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"changes-" + run.id() + ".csv\"")
			.body((out) -> {
				Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
				// spreadsheets take it for UTF-8 by this mark
				writer.write('\uFEFF');
				writer.write(String.join(",", COLUMNS) + "\r\n");
				this.report.allChanges(run.id(), program, (change) -> row(writer, change));
				writer.flush();
			});
	}

	@Operation(summary = "通知书打印件 · the notices of everybody whose benefit changed or ended, as one file to print",
			description = "text/html, a page for each; lang is zh or en; 409 for a dry run, which decides nothing")
	@GetMapping(path = "/{id}/notices", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<StreamingResponseBody> notices(@PathVariable String id, @RequestParam @Nullable String lang,
			Locale accepted) {
		Run run = visible(id);
		if (run.mode() != RunMode.COMMIT) {
			throw new Refusal(409, "RUN_DECIDES_NOTHING");
		}
		Locale locale = (lang == null) ? accepted : "en".equals(lang) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
		Instant knownAt = this.time.settled();
		this.transaction.executeWithoutResult(
				(status) -> this.audit.record(AuditAction.NOTICES_PRINTED, run.id().toString(), Map.of()));
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"notices-" + run.id() + ".html\"")
			.cacheControl(CacheControl.noStore())
			.body((out) -> this.notices.print(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
					run.id().toString(), locale, knownAt, (after) -> this.report.toNotify(run.id(), after)));
	}

	@Operation(summary = "未能复核的人员 · whose facts or policies are broken, and why")
	@GetMapping("/{id}/failures")
	Listing<ObjectNode> failures(@PathVariable String id, Paging paging) {
		return this.runs.failures(id(id), paging);
	}

	@Operation(summary = "待补资料 · what cannot be decided before a field is known")
	@GetMapping("/{id}/undecided")
	Listing<ObjectNode> undecided(@PathVariable String id, Paging paging) {
		return this.runs.undecided(id(id), paging);
	}

	@Operation(summary = "停止 · asks a run to stop; what is done stays done")
	@PostMapping("/{id}/stop")
	ResponseEntity<ObjectNode> stop(@PathVariable String id) {
		this.runs.stop(id(id));
		return ResponseEntity.accepted().body(this.runs.one(id(id)));
	}

	@Operation(summary = "继续 · lets a stopped or failed run go on from where it was")
	@PostMapping("/{id}/restart")
	ResponseEntity<ObjectNode> restart(@PathVariable String id) {
		this.runs.restart(id(id));
		return ResponseEntity.accepted().body(this.runs.one(id(id)));
	}

	private Run visible(String id) {
		return this.runs.visible(id(id));
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.notFound("RUN_NOT_FOUND");
		}
	}

	private static void row(Writer writer, ObjectNode change) {
		try {
			for (int i = 0; i < COLUMNS.size(); i++) {
				JsonNode value = change;
				for (String name : COLUMNS.get(i).split("\\.")) {
					value = value.path(name);
				}
				writer.write((i > 0) ? "," : "");
				writer.write(cell(value));
			}
			writer.write("\r\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String cell(JsonNode value) {
		return CsvCell.of(value.isNumber() ? value.decimalValue() : value.asString(""));
	}

}
