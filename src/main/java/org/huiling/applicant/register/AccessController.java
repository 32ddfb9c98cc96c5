package org.huiling.applicant.register;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.applicant.answer.AccessSheet;
import org.huiling.applicant.answer.PersonAccess;
import org.huiling.applicant.answer.PersonAccess.Look;
import org.huiling.audit.AuditFilter;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Who saw a person, over HTTP. */
@Tag(name = "applicants")
@RestController
@RequestMapping(path = "/api/v1/applicants/{id}/access", produces = MediaType.APPLICATION_JSON_VALUE)
class AccessController {

	private static final AccessSheet.Said SAID = new AccessSheet.Said((look) -> look.at().toString(),
			(look) -> String.join(" ", look.as()),
			(look) -> look.details()
				.entrySet()
				.stream()
				.map((detail) -> detail.getKey() + ": " + detail.getValue())
				.collect(Collectors.joining("; ")));

	private final PersonAccess access;

	AccessController(PersonAccess access) {
		this.access = access;
	}

	@Operation(operationId = "listAccess",
			summary = "查阅记录 · who saw this person or handled their file, when, why and in which way",
			description = """
					The newest first, over all files merged into this one. "as" are the roles that the account had, "way" is the action in
					words, "among" how many people the same page showed; who they are is not told. Of a merged file it is a 410 that names
					the one that goes on. The call is itself an event. As text/csv all of it.""")
	@GetMapping
	Listing<Look> access(@PathVariable String id,
			@Parameter(description = "the account that saw") @RequestParam @Nullable String by,
			@Parameter(description = "what was done, such as APPLICANT_READ") @RequestParam @Nullable String action,
			@Parameter(description = "2026-01-31, or 2026-01-31T08:00:00+08:00") @RequestParam @Nullable String from,
			@Parameter(description = "likewise, included") @RequestParam @Nullable String to, Paging paging,
			Locale locale) {
		return this.access.of(ApplicantController.id(id), filter(by, action, from, to), paging, locale);
	}

	@Operation(hidden = true)
	@GetMapping(produces = "text/csv")
	ResponseEntity<StreamingResponseBody> csv(@PathVariable String id, @RequestParam @Nullable String by,
			@RequestParam @Nullable String action, @RequestParam @Nullable String from,
			@RequestParam @Nullable String to, Locale locale) {
		UUID person = ApplicantController.id(id);
		Consumer<Consumer<Look>> looks = this.access.all(person, filter(by, action, from, to), locale);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-" + person + ".csv\"")
			.body((out) -> AccessSheet.write(AccessSheet.COLUMNS, SAID, looks, out));
	}

	private static AuditFilter filter(@Nullable String by, @Nullable String action, @Nullable String from,
			@Nullable String to) {
		return new AuditFilter(null, (by != null) ? Set.of(by) : Set.of(), (action != null) ? Set.of(action) : Set.of(),
				from, to);
	}

}
