package org.huiling.decision;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.StrictJson;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Objections against decisions over HTTP; they are listed with their decision. */
@Tag(name = "decisions")
@RestController
@RequestMapping(path = "/api/v1/decisions/{id}/objections", consumes = MediaType.APPLICATION_JSON_VALUE,
		produces = MediaType.APPLICATION_JSON_VALUE)
class ObjectionController {

	private final DecisionsOnFile decisions;

	private final Objecting objecting;

	private final CurrentUser user;

	private final Idempotency idempotency;

	private final Clock clock;

	private final JsonMapper json;

	ObjectionController(DecisionsOnFile decisions, Objecting objecting, CurrentUser user, Idempotency idempotency,
			Clock clock, JsonMapper json) {
		this.decisions = decisions;
		this.objecting = objecting;
		this.user = user;
		this.idempotency = idempotency;
		this.clock = clock;
		this.json = json;
	}

	@Operation(summary = "登记复议申请 · records an objection against a decision",
			description = "{\"date\", \"grounds\"?} → 201; the decision stands until something else is decided")
	@PostMapping
	ResponseEntity<byte[]> object(@PathVariable String id, @Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		Decision decision = decision(id);
		byte[] bytes = body.readAllBytes();
		LocalDate decided = LocalDate.ofInstant(decision.decidedAt(), this.clock.getZone());
		ObjectionBody asked = ObjectionBody.read(StrictJson.read(bytes), decided, LocalDate.now(this.clock));
		return this.idempotency.once(key, "POST " + path(decision), bytes,
				() -> created(decision, this.objecting.object(decision, asked)));
	}

	@Operation(summary = "登记复议结果 · records what became of an objection, once",
			description = "{\"outcome\": \"UPHELD|DISMISSED|WITHDRAWN\", \"reason\", \"date\"} → 201; 409 if it is recorded already")
	@PostMapping("/{objection}/outcome")
	ResponseEntity<byte[]> conclude(@PathVariable String id, @PathVariable String objection,
			@Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		Decision decision = decision(id);
		UUID objectionId = Ids.parse(objection);
		if (objectionId == null) {
			throw Refusal.notFound("OBJECTION_NOT_FOUND");
		}
		Objection open = this.objecting.require(decision, objectionId);
		byte[] bytes = body.readAllBytes();
		ConclusionBody asked = ConclusionBody.read(StrictJson.read(bytes), open.date(), LocalDate.now(this.clock));
		return this.idempotency.once(key, "POST " + path(decision) + "/" + open.id() + "/outcome", bytes,
				() -> created(decision, this.objecting.conclude(decision, open, asked)));
	}

	private Decision decision(String id) {
		this.user.requireRole(Role.CASE_WORKER);
		return this.decisions.require(DecisionController.decisionId(id));
	}

	private static String path(Decision decision) {
		return "/decisions/" + decision.id() + "/objections";
	}

	private ResponseEntity<byte[]> created(Decision decision, Objection objection) {
		return ResponseEntity.created(URI.create("/api/v1/decisions/" + decision.id()))
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.json.writeValueAsBytes(DecisionView.of(objection)));
	}

}
