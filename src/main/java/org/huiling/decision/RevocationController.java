package org.huiling.decision;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes back decisions over HTTP. */
@Tag(name = "decisions")
@RestController
class RevocationController {

	private final DecisionsOnFile decisions;

	private final Revoking revoking;

	private final Collisions collisions;

	private final CurrentUser user;

	private final Idempotency idempotency;

	private final JsonMapper json;

	RevocationController(DecisionsOnFile decisions, Revoking revoking, Collisions collisions, CurrentUser user,
			Idempotency idempotency, JsonMapper json) {
		this.decisions = decisions;
		this.revoking = revoking;
		this.collisions = collisions;
		this.user = user;
		this.idempotency = idempotency;
		this.json = json;
	}

	@Operation(summary = "撤销认定 · revokes a decision made in error",
			description = """
					{"reason"} → 201 with the decision that revokes it (outcome REVOKED): as if nothing had been decided for its period.
					What was decided stays readable and can be replayed. 409 if another decision has taken its place.""")
	@PostMapping(path = "/api/v1/decisions/{id}/revoke", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> revoke(@PathVariable String id, @Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		this.user.requireRole(Role.CASE_WORKER);
		Decision wrong = this.decisions.require(DecisionController.decisionId(id));
		byte[] bytes = body.readAllBytes();
		RevokeBody asked = RevokeBody.read(StrictJson.read(bytes));
		UUID applicant = wrong.key().applicant();
		String operation = "POST /decisions/" + wrong.id() + "/revoke";
		return this.collisions.told(applicant, () -> this.idempotency.once(key, operation, bytes, () -> {
			DecisionsOnFile.One revoked = this.revoking.revoke(wrong, asked.reason());
			return ResponseEntity.created(URI.create("/api/v1/decisions/" + revoked.decision().id()))
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.json.writeValueAsBytes(DecisionView.of(revoked)));
		}));
	}

}
