package org.huiling.payment;

import java.io.IOException;
import java.io.InputStream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is settled by hand, over HTTP. */
@Tag(name = "rosters")
@RestController
@RequestMapping(path = "/api/v1/settlements", produces = MediaType.APPLICATION_JSON_VALUE)
class SettlementController {

	private final Settlements settlements;

	private final Idempotency idempotency;

	private final CurrentUser user;

	private final JsonMapper json;

	SettlementController(Settlements settlements, Idempotency idempotency, CurrentUser user, JsonMapper json) {
		this.settlements = settlements;
		this.idempotency = idempotency;
		this.user = user;
		this.json = json;
	}

	@Operation(summary = "人工结清 · settles by hand what is owed back",
			description = """
					{"jurisdiction", "applicantId", "program", "period", "claim"?, "kind": "COLLECTED" or "WRITTEN_OFF", "amount", "reason"}
					At most what the last approved roster left open.""")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> settle(@Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		this.user.requireRole(Role.PAYMASTER);
		byte[] bytes = body.readAllBytes();
		SettlementBody asked = SettlementBody.read(StrictJson.read(bytes));
		return this.idempotency.once(key, "POST /settlements", bytes,
				() -> ResponseEntity.status(HttpStatus.CREATED)
					.contentType(MediaType.APPLICATION_JSON)
					.body(this.json.writeValueAsBytes(JsonNodeFactory.instance.objectNode()
						.put("id", this.settlements.settle(asked).toString())
						.put("kind", asked.kind().name())
						.put("amount", asked.amount()))));
	}

}
