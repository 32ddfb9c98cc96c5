package org.huiling.applicant.register;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.applicant.answer.PersonAnswer;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.recording.Erasure;
import org.huiling.applicant.register.recording.MergeBody;
import org.huiling.applicant.register.recording.Merging;
import org.huiling.applicant.register.recording.Recording;
import org.huiling.idempotency.Idempotent;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done with whole files: two of one person are merged, an old one erased. */
@Tag(name = "applicants")
@RestController
@RequestMapping(path = "/api/v1/applicants/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class FileController {

	private final Merging merging;

	private final Erasure erasure;

	private final Visibility visibility;

	private final PersonView view;

	private final Recording recording;

	FileController(Merging merging, Erasure erasure, Visibility visibility, PersonView view, Recording recording) {
		this.merging = merging;
		this.erasure = erasure;
		this.visibility = visibility;
		this.view = view;
		this.recording = recording;
	}

	@Operation(operationId = "mergeApplicants",
			summary = "合并重复档案 · merges a second file of the same person into this one",
			description = "{\"duplicate\": id, \"reason\"}; before now two files are known, from now on one")
	@Idempotent
	@PostMapping(path = "/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PersonAnswer> merge(@PathVariable String id, @RequestBody MergeBody asked,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Locale locale) {
		this.visibility.requireRecorder();
		Recording.Recorded merged = this.merging.merge(ApplicantController.id(id), asked.duplicate(), asked.reason(),
				ifMatch);
		return ResponseEntity.ok()
			.eTag(merged.person().etag())
			.body(this.view.recorded(merged, this.recording.today(), locale));
	}

	@Operation(operationId = "eraseApplicant",
			summary = "到期销毁档案 · erases a person's file when it need not be kept any longer")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@DeleteMapping
	ResponseEntity<Void> erase(@PathVariable String id) {
		this.visibility.requireRecorder();
		this.erasure.erase(ApplicantController.id(id));
		return ResponseEntity.noContent().build();
	}

}
