package org.huiling.applicant.register;

import java.util.Locale;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.applicant.answer.PersonExport;
import org.huiling.applicant.answer.PersonExport.Everything;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything about one person, over HTTP. */
@Tag(name = "applicants")
@RestController
@RequestMapping(path = "/api/v1/applicants/{id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
class ExportController {

	private final PersonExport export;

	ExportController(PersonExport export) {
		this.export = export;
	}

	@Operation(operationId = "exportApplicant",
			summary = "档案导出 · everything that is kept about one person or organisation",
			description = """
					Records, decisions, objections, payments and their results, settlements, holds, runs, tasks, lines of cross-checks, flags, and
					who looked; of files that were merged into this one too. At most 10,000 rows of a kind and the 1,000 newest looks: "cut" names
					what there is more of. reveal=residentId (with a reason) or payee.account shows the number unmasked to a CASE_WORKER. Of an
					erased file "person" is null. Of a merged file it is a 410 that names the one that goes on. The call is itself an event.""")
	@GetMapping
	ResponseEntity<Everything> export(@PathVariable String id, @RequestParam(defaultValue = "") Set<String> reveal,
			@RequestParam @Nullable String reason, Locale locale) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(this.export.of(ApplicantController.id(id), reveal, reason, locale));
	}

}
