package org.huiling.applicant.register;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.applicant.ApplicantReader;
import org.huiling.applicant.ReadApplicant;
import org.huiling.audit.AuditAction;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.StrictJson;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People over HTTP. */
@Tag(name = "applicants", description = "申请人档案 · people over time")
@RestController
@RequestMapping(path = "/api/v1/applicants", produces = MediaType.APPLICATION_JSON_VALUE)
class ApplicantController {

	private final Recording recording;

	private final Reading reading;

	private final Search search;

	private final Visibility visibility;

	private final PersonView view;

	private final Idempotency idempotency;

	private final JsonMapper json;

	ApplicantController(Recording recording, Reading reading, Search search, Visibility visibility, PersonView view,
			Idempotency idempotency, JsonMapper json) {
		this.recording = recording;
		this.reading = reading;
		this.search = search;
		this.visibility = visibility;
		this.view = view;
		this.idempotency = idempotency;
		this.json = json;
	}

	@Operation(summary = "新建档案 · begins a person's file with an applicant as in POST /assessments",
			description = "valid from birthDate unless validFrom says otherwise; a resident id on file is a 409")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> begin(@Parameter(hidden = true) InputStream body,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate validFrom,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key, Locale locale)
			throws IOException {
		this.visibility.requireRecorder();
		byte[] bytes = body.readAllBytes();
		return this.idempotency.once(key, "POST /applicants " + validFrom, bytes, () -> {
			JsonNode given = StrictJson.read(bytes);
			ReadApplicant read = ApplicantReader.read(given, this.recording.today());
			Recording.Recorded recorded = this.recording.begin((ObjectNode) given, read, validFrom);
			UUID id = recorded.person().id();
			ObjectNode answer = this.view.person(id, recorded.person().fileNumber(), recorded.history(), LocalDate.MAX,
					Set.of());
			answer.set("warnings", this.view.warnings(recorded.warnings(), locale));
			return ResponseEntity.created(URI.create("/api/v1/applicants/" + id))
				.eTag(recorded.person().etag())
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.json.writeValueAsBytes(answer));
		});
	}

	@Operation(summary = "查找 · people by resident id, file number, whole name or surname (q) and by region")
	@GetMapping
	Listing<ObjectNode> find(@RequestParam @Nullable String region, @RequestParam @Nullable String q, Paging paging) {
		this.visibility.requireReader();
		Search.Found found = this.search.find(region, q, paging);
		return Listing.of(this.view.summaries(found, this.recording.today()), paging, found.total());
	}

	@Operation(summary = "档案 · a person on a day (today), as known at an instant (now)",
			description = "reveal=residentId or payee.account shows the number unmasked, to a CASE_WORKER, audited, so many times"
					+ " a day (huiling.reveals-per-day, then 429); residentId needs a reason")
	@GetMapping("/{id}")
	ResponseEntity<ObjectNode> person(@PathVariable String id,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
			@RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable OffsetDateTime knownAt,
			@RequestParam(defaultValue = "") Set<String> reveal, @RequestParam @Nullable String reason) {
		this.visibility.requireReader();
		if (!reveal.isEmpty()) {
			this.visibility.requireRecorder();
		}
		Reveal asked = Reveal.of(reveal, reason);
		Reading.Known known = this.reading.known(id(id), instant(knownAt), true, AuditAction.APPLICANT_READ, asked);
		LocalDate day = (date != null) ? date : this.recording.today();
		return ResponseEntity.ok()
			.eTag(known.row().etag())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(this.view.person(known.row().id(), known.row().fileNumber(), known.history(), day, reveal));
	}

	@Operation(summary = "登记变更或更正 · records a part of an applicant from a day on; corrects names a wrong record")
	@PutMapping(path = "/{id}/records", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> add(@PathVariable String id, @Parameter(hidden = true) InputStream body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key, Locale locale)
			throws IOException {
		this.visibility.requireRecorder();
		UUID person = id(id);
		byte[] bytes = body.readAllBytes();
		return this.idempotency.once(key, "PUT /applicants/" + person + "/records", bytes, () -> {
			Recording.Recorded recorded = this.recording.add(person, RecordBody.read(StrictJson.read(bytes)), ifMatch);
			ObjectNode answer = this.view.record(recorded.record(), null);
			answer.set("warnings", this.view.warnings(recorded.warnings(), locale));
			return ResponseEntity.status(201)
				.eTag(recorded.person().etag())
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.json.writeValueAsBytes(answer));
		});
	}

	@Operation(summary = "登记记录 · what was recorded, in that order; corrected records among them")
	@GetMapping("/{id}/records")
	Listing<ObjectNode> records(@PathVariable String id,
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
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw Visibility.notFound();
		}
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

}
