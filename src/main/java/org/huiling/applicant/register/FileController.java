package org.huiling.applicant.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.input.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
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

	private final Idempotency idempotency;

	private final JsonMapper json;

	FileController(Merging merging, Erasure erasure, Visibility visibility, PersonView view, Recording recording,
			Idempotency idempotency, JsonMapper json) {
		this.merging = merging;
		this.erasure = erasure;
		this.visibility = visibility;
		this.view = view;
		this.recording = recording;
		this.idempotency = idempotency;
		this.json = json;
	}

	@Operation(summary = "合并重复档案 · merges a second file of the same person into this one",
			description = "{\"duplicate\": id, \"reason\"}; before now two files are known, from now on one")
	@PostMapping(path = "/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> merge(@PathVariable String id, @Parameter(hidden = true) InputStream body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key, Locale locale)
			throws IOException {
		this.visibility.requireRecorder();
		UUID person = ApplicantController.id(id);
		byte[] bytes = body.readAllBytes();
		return this.idempotency.once(key, "POST /applicants/" + person + "/merge", bytes, () -> {
			InputErrors errors = new InputErrors();
			JsonFields fields = JsonFields.of(StrictJson.read(bytes), Set.of("duplicate", "reason"), errors);
			UUID duplicate = fields.required("duplicate", (name) -> RecordBody.id(fields, name));
			String reason = fields.required("reason", (name) -> fields.text(name, RecordBody.LONGEST_REASON));
			errors.throwIfAny();
			if (duplicate == null) {
				throw new IllegalStateException("no duplicate and no error");
			}
			Recording.Recorded merged = this.merging.merge(person, duplicate, reason, ifMatch);
			ObjectNode answer = this.view.person(person, merged.person().fileNumber(), merged.history(),
					this.recording.today(), Set.of());
			answer.set("warnings", this.view.warnings(merged.warnings(), locale));
			return ResponseEntity.ok()
				.eTag(merged.person().etag())
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.json.writeValueAsBytes(answer));
		});
	}

	@Operation(summary = "到期销毁档案 · erases a person's file when it need not be kept any longer")
	@DeleteMapping
	ResponseEntity<Void> erase(@PathVariable String id) {
		this.visibility.requireRecorder();
		this.erasure.erase(ApplicantController.id(id));
		return ResponseEntity.noContent().build();
	}

}
