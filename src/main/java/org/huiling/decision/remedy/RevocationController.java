package org.huiling.decision.remedy;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.decision.DecisionView;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.idempotency.Idempotent;
import org.huiling.idempotency.Once;
import org.huiling.input.ReasonBody;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes back decisions over HTTP. */
@Tag(name = "decisions")
@RestController
class RevocationController {

	private final RemedyOperations moves;

	private final Once once;

	RevocationController(RemedyOperations moves, Once once) {
		this.moves = moves;
		this.once = once;
	}

	@Operation(operationId = "revokeDecision", summary = "撤销认定 · revokes a decision made in error",
			description = """
					{"reason"} → 201 with the decision that revokes it (outcome REVOKED): as if nothing had been decided for its period.
					What was decided stays readable and can be replayed. 409 if another decision has taken its place.""")
	@ApiResponse(responseCode = "201", description = "the decision that revokes it", useReturnTypeSchema = true)
	@Idempotent(byItself = true)
	@PostMapping(path = "/api/v1/decisions/{id}/revoke", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<DecisionView> revoke(@PathVariable String id, @RequestBody ReasonBody asked) {
		return this.moves.revoke(DecisionQueries.id(id), asked.reason(), (work) -> this.once.answer(() -> {
			DecisionView revoked = work.get();
			return ResponseEntity.created(URI.create("/api/v1/decisions/" + revoked.id())).body(revoked);
		}));
	}

}
