package org.huiling.applicant.imports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.applicant.ImportMode;
import org.huiling.applicant.PeopleImport;
import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.applicant.register.lists.ListPreview;
import org.huiling.facts.Subject;
import org.huiling.input.Ids;
import org.huiling.input.ShapeFault;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
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

/** Imports over HTTP: files of any size are read as they come. */
@Tag(name = "applicants")
@RestController
@RequestMapping("/api/v1/applicants/import")
class ImportController {

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	/** What browsers on some machines call any table. */
	private static final String EXCEL = "application/vnd.ms-excel";

	private static final String NDJSON = "application/x-ndjson";

	private static final String TABLE = "姓名,出生日期,户籍区划\n试例甲,1933-02-15,379901003\n";

	private static final int LONGEST_KEY = 200;

	private final Importer importer;

	private final ImportStore store;

	private final ImportReport report;

	private final ListPreview preview;

	private final PeopleImport imports;

	private final CurrentUser user;

	ImportController(Importer importer, ImportStore store, ImportReport report, ListPreview preview,
			PeopleImport imports, CurrentUser user) {
		this.importer = importer;
		this.store = store;
		this.report = report;
		this.preview = preview;
		this.imports = imports;
		this.user = user;
	}

	@Operation(operationId = "importApplicants",
			summary = "批量导入 · imports applicants, a line each, taken whole or refused with what is wrong",
			description = "mode: ADD newcomers, UPDATE people on file (found by file number or resident id; only what a cell"
					+ " mentions changes, from validFrom on), ADD_OR_UPDATE; csv in UTF-8, GBK or GB18030, or xlsx as it is shown;"
					+ " columns that are not known are named in ignoredColumns; sent again with the same Idempotency-Key it goes on where it broke off;"
					+ " dryRun=true only says what would be accepted",
			requestBody = @RequestBody(required = true,
					content = {
							@Content(mediaType = CSV, schema = @Schema(type = "string"),
									examples = @ExampleObject(TABLE)),
							@Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")),
							@Content(mediaType = EXCEL, schema = @Schema(type = "string", format = "binary")),
							@Content(mediaType = NDJSON, schema = @Schema(implementation = ApplicantDocument.class)) }))
	@ApiResponse(responseCode = "200", description = "what became of it",
			content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
	@StreamedBody
	@PostMapping(consumes = { CSV, XLSX, EXCEL, NDJSON }, produces = MediaType.APPLICATION_JSON_VALUE)
	void run(@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@RequestParam(defaultValue = "ADD") ImportMode mode, @RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate validFrom,
			@Parameter(hidden = true) HttpServletRequest request,
			@Parameter(hidden = true) HttpServletResponse response, Locale locale) throws IOException {
		this.user.requireRole(Role.CASE_WORKER);
		if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
			throw new InvalidInput(400, List.of(FieldError.of("Idempotency-Key", "IDEMPOTENCY_KEY", LONGEST_KEY)));
		}
		ImportOrder order = new ImportOrder(
				NDJSON.equals(type.getType() + "/" + type.getSubtype()) ? ImportOrder.Format.NDJSON
						: ImportOrder.Format.CSV,
				type.getCharset(), mode, dryRun, validFrom, key, this.user.name(), this.user.regions());
		ImportRun run = this.importer.run(order, request.getInputStream());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		this.report.json(run, response.getOutputStream(), locale);
	}

	@Operation(operationId = "getImportTemplate",
			summary = "导入模板 · a table with every column; the header in the language asked for",
			description = "subject=organisation: the columns of organisations; a table that names the credit code or the opening is read as one of organisations")
	@ApiResponse(responseCode = "200", description = "the header",
			content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
	@GetMapping(path = "/template", produces = CSV)
	ResponseEntity<byte[]> template(@RequestParam(defaultValue = "person") String subject, Locale locale) {
		Subject about = Subject.of(subject);
		if (about == null) {
			throw new InvalidInput(400,
					List.of(FieldError.of(Subject.FIELD, ShapeFault.UNKNOWN_CODE.name(), "person, organisation")));
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"" + ((about == Subject.PERSON) ? "applicants" : "organisations") + ".csv\"")
			.contentType(MediaType.parseMediaType(CSV + ";charset=UTF-8"))
			.body(this.imports.template(about, locale));
	}

	@Operation(operationId = "listImportChanges",
			summary = "预览变更 · what a dry run of one's own would change of people on file; kept for a day")
	@GetMapping(path = "/{id}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Listing<ImportAnswer.Change>> changes(@PathVariable String id, Paging paging, Locale locale) {
		this.user.requireRole(Role.CASE_WORKER);
		ImportRun run = this.store.find(id(id), this.user.name()).orElseThrow(ImportController::notFound);
		List<ImportAnswer.Change> changes = this.preview.changes(run.id(), paging)
			.stream()
			.map((change) -> this.report.view(change, locale))
			.toList();
		return ResponseEntity.ok()
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(Listing.of(changes, paging, run.dryRun() ? run.updated() : 0));
	}

	@Operation(operationId = "getRefusedLines",
			summary = "被拒绝的行 · the refused lines of an import of one's own, to be mended and sent again")
	@ApiResponse(responseCode = "200", description = "as they were sent, a table with what is wrong in front",
			content = { @Content(mediaType = CSV, schema = @Schema(type = "string")),
					@Content(mediaType = NDJSON, schema = @Schema(implementation = ApplicantDocument.class)) })
	@GetMapping("/{id}/refused")
	void refused(@PathVariable String id, @Parameter(hidden = true) HttpServletResponse response, Locale locale)
			throws IOException {
		this.user.requireRole(Role.CASE_WORKER);
		ImportRun run = this.store.find(id(id), this.user.name()).orElseThrow(ImportController::notFound);
		this.importer.noteReadingOfRefused(run);
		response.setContentType(((run.format() == ImportOrder.Format.CSV) ? CSV : NDJSON) + ";charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		this.report.refused(run, response.getOutputStream(), locale);
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "IMPORT_NOT_FOUND");
	}

	private static Refusal notFound() {
		return Refusal.notFound("IMPORT_NOT_FOUND");
	}

}
