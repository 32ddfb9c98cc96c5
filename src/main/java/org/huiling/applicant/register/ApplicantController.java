package org.huiling.applicant.register;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordBody;
import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.applicant.answer.PersonAnswer;
import org.huiling.applicant.answer.RecordAnswer;
import org.huiling.applicant.register.lookup.NotedLookup;
import org.huiling.applicant.register.lookup.Reveal;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.recording.Recording;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.audit.AuditAction;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.Ids;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People over HTTP. */
@Tag(name = "applicants", description = "申请人档案 · people over time")
@RestController
@RequestMapping(path = "/api/v1/applicants", produces = MediaType.APPLICATION_JSON_VALUE)
class ApplicantController {

	private final StoredFiles files;

	private final Recording recording;

	private final NotedLookup reading;

	private final Visibility visibility;

	private final PersonView view;

	ApplicantController(StoredFiles files, Recording recording, NotedLookup reading, Visibility visibility,
			PersonView view) {
		this.files = files;
		this.recording = recording;
		this.reading = reading;
		this.visibility = visibility;
		this.view = view;
	}

	@Operation(operationId = "createApplicant",
			summary = "新建档案 · begins a person's file with an applicant as in POST /assessments",
			description = "valid from birthDate unless validFrom says otherwise; a resident id on file is a 409")
	@Idempotent
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PersonAnswer> begin(@RequestBody ApplicantDocument applicant,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate validFrom, Locale locale) {
		PersonFiles.Begun begun = this.files.begin(applicant, validFrom, locale);
		return ResponseEntity.created(URI.create("/api/v1/applicants/" + begun.person().id()))
			.eTag(begun.etag())
			.body(begun.person());
	}

	@Operation(operationId = "findApplicants",
			summary = "查找 · people by resident id, file number, whole name or surname (q) and by region")
	@GetMapping
	Listing<PersonAnswer> find(@RequestParam @Nullable String region, @RequestParam @Nullable String q, Paging paging) {
		return this.files.find(q, region, paging);
	}

	@Operation(operationId = "getApplicant", summary = "档案 · a person on a day (today), as known at an instant (now)",
			description = "reveal=residentId or payee.account shows the number unmasked, to a CASE_WORKER, audited, so many times"
					+ " a day (huiling.reveals-per-day, then 429); residentId needs a reason")
	@GetMapping("/{id}")
	ResponseEntity<PersonAnswer> person(@PathVariable String id,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
			@RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable OffsetDateTime knownAt,
			@RequestParam(defaultValue = "") Set<String> reveal, @RequestParam @Nullable String reason) {
		this.visibility.requireReader();
		if (!reveal.isEmpty()) {
			this.visibility.requireRecorder();
		}
		Reveal asked = Reveal.of(reveal, reason);
		NotedLookup.Known known = this.reading.known(id(id), instant(knownAt), true, AuditAction.APPLICANT_READ, asked);
		LocalDate day = (date != null) ? date : this.recording.today();
		return ResponseEntity.ok()
			.eTag(known.row().etag())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(this.view.person(known.row().id(), known.row().fileNumber(), known.history(), day, reveal));
	}

	@Operation(operationId = "addRecord",
			summary = "登记变更或更正 · records a part of an applicant from a day on; corrects names a wrong record")
	@Idempotent
	@ResponseStatus(HttpStatus.CREATED)
	@PutMapping(path = "/{id}/records", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<RecordAnswer> add(@PathVariable String id, @RequestBody RecordBody body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Locale locale) {
		PersonFiles.Added added = this.files.record(id(id), body, ifMatch, locale);
		return ResponseEntity.status(HttpStatus.CREATED).eTag(added.etag()).body(added.record());
	}

	@Operation(operationId = "listRecords",
			summary = "登记记录 · what was recorded, in that order; corrected records among them")
	@GetMapping("/{id}/records")
	Listing<RecordAnswer> records(@PathVariable String id,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
			@RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable OffsetDateTime knownAt, Paging paging) {
		this.visibility.requireReader();
		History history = this.reading.known(id(id), instant(knownAt), true, AuditAction.APPLICANT_READ, Reveal.NOTHING)
			.history();
		List<StoredRecord> records = history.known()
			.stream()
			.filter((record) -> date == null || !record.validFrom().isAfter(date))
			.toList();
		return Listing.cut(records, paging, (record) -> this.view.record(record, history.correctionOf(record.id())));
	}

	static UUID id(String text) {
		return Ids.inPath(text, "APPLICANT_NOT_FOUND");
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

}
