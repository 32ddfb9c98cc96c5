package org.huiling.decision;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletRequest;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.ReasonBody;
import org.huiling.input.SentBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes back decisions over HTTP. */
@Tag(name = "decisions")
@RestController
class RevocationController {

	private final DecisionsOnFile decisions;

	private final Revoking revoking;

	private final Collisions collisions;

	private final Idempotency idempotency;

	private final JsonMapper json;

	RevocationController(DecisionsOnFile decisions, Revoking revoking, Collisions collisions, Idempotency idempotency,
			JsonMapper json) {
		this.decisions = decisions;
		this.revoking = revoking;
		this.collisions = collisions;
		this.idempotency = idempotency;
		this.json = json;
	}

	@Operation(summary = "撤销认定 · revokes a decision made in error",
			description = """
					{"reason"} → 201 with the decision that revokes it (outcome REVOKED): as if nothing had been decided for its period.
					What was decided stays readable and can be replayed. 409 if another decision has taken its place.""")
	@PostMapping(path = "/api/v1/decisions/{id}/revoke", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> revoke(@PathVariable String id, @RequestBody ReasonBody asked,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
			@Parameter(hidden = true) ServletRequest request) {
		Decision wrong = this.decisions.require(DecisionController.decisionId(id));
		UUID applicant = wrong.key().applicant();
		String operation = "POST /decisions/" + wrong.id() + "/revoke";
		return this.collisions.told(applicant, () -> this.idempotency.once(key, operation, SentBody.of(request), () -> {
			DecisionsOnFile.One revoked = this.revoking.revoke(wrong, asked.reason());
			return ResponseEntity.created(URI.create("/api/v1/decisions/" + revoked.decision().id()))
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.json.writeValueAsBytes(DecisionView.of(revoked)));
		}));
	}

}
