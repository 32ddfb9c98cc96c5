package org.huiling.applicant.register;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.applicant.PersonAccess;
import org.huiling.applicant.PersonAccess.Look;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who saw a person, over HTTP. */
@Tag(name = "applicants")
@RestController
@RequestMapping(path = "/api/v1/applicants/{id}/access", produces = MediaType.APPLICATION_JSON_VALUE)
class AccessController {

	private final PersonAccess access;

	AccessController(PersonAccess access) {
		this.access = access;
	}

	@Operation(operationId = "listAccess",
			summary = "查阅记录 · who saw this person or handled their file, when, why and in which way",
			description = """
					The newest first, over all files merged into this one. "as" are the roles that the account had, "way" is the action in
					words, "among" how many people the same page showed; who they are is not told. Of a merged file it is a 410 that names
					the one that goes on. The call is itself an event.""")
	@GetMapping
	Listing<Look> access(@PathVariable String id, Paging paging, Locale locale) {
		return this.access.of(ApplicantController.id(id), paging, locale);
	}

}
