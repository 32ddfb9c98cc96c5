package org.huiling.decision.remedy;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.decision.store.ObjectionView;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.Ids;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Objections against decisions over HTTP; they are listed with their decision. */
@Tag(name = "decisions")
@RestController
@RequestMapping(path = "/api/v1/decisions/{id}/objections", consumes = MediaType.APPLICATION_JSON_VALUE,
		produces = MediaType.APPLICATION_JSON_VALUE)
class ObjectionController {

	private final RemedyOperations moves;

	ObjectionController(RemedyOperations moves) {
		this.moves = moves;
	}

	@Operation(operationId = "recordObjection", summary = "登记复议申请 · records an objection against a decision",
			description = "{\"date\", \"grounds\"?} → 201; the decision stands until something else is decided")
	@ApiResponse(responseCode = "201", description = "recorded", useReturnTypeSchema = true)
	@Idempotent
	@PostMapping
	ResponseEntity<ObjectionView> object(@PathVariable String id, @RequestBody ObjectionBody asked) {
		UUID decision = DecisionQueries.id(id);
		return created(decision, this.moves.object(decision, asked));
	}

	@Operation(operationId = "concludeObjection", summary = "登记复议结果 · records what became of an objection, once",
			description = "{\"outcome\": \"UPHELD|DISMISSED|WITHDRAWN\", \"reason\", \"date\"} → 201; 409 if it is recorded already")
	@ApiResponse(responseCode = "201", description = "recorded", useReturnTypeSchema = true)
	@Idempotent
	@PostMapping("/{objection}/outcome")
	ResponseEntity<ObjectionView> conclude(@PathVariable String id, @PathVariable String objection,
			@RequestBody ConclusionBody asked) {
		UUID decision = DecisionQueries.id(id);
		UUID open = Ids.inPath(objection, "OBJECTION_NOT_FOUND");
		return created(decision, this.moves.conclude(decision, open, asked));
	}

	private static ResponseEntity<ObjectionView> created(UUID decision, ObjectionView objection) {
		return ResponseEntity.created(URI.create("/api/v1/decisions/" + decision)).body(objection);
	}

}
