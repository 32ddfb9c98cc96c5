package org.huiling.payment;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.StrictJson;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.WriteOffByHand.Settled;
import org.huiling.problem.Refusal;
import org.huiling.proposal.Proposal;
import org.huiling.proposal.Proposals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is settled of what people owe back, over HTTP. */
@Tag(name = "rosters")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SettlementController {

	private final Settlements settlements;

	private final Proposals proposals;

	private final WriteOffByHand writeOff;

	private final Idempotency idempotency;

	private final CurrentUser user;

	private final JsonMapper json;

	SettlementController(Settlements settlements, Proposals proposals, WriteOffByHand writeOff, Idempotency idempotency,
			CurrentUser user, JsonMapper json) {
		this.settlements = settlements;
		this.proposals = proposals;
		this.writeOff = writeOff;
		this.idempotency = idempotency;
		this.user = user;
		this.json = json;
	}

	@Operation(summary = "人工结清 · settles by hand what is owed back",
			description = """
					{"jurisdiction", "applicantId", "program", "period", "claim"?, "kind": "COLLECTED" or "WRITTEN_OFF", "amount",
					"fault"?: "AGENCY_ERROR", "FALSE_STATEMENT", "NOT_REPORTED" or "NO_FAULT", "reason"}
					At most what the last approved roster left open. COLLECTED is booked at once (201); WRITTEN_OFF is a proposal (202),
					confirmed by another PAYMASTER or a POLICY_APPROVER.""")
	@PostMapping(path = "/settlements", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> settle(@Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		this.user.requireRole(Role.PAYMASTER);
		byte[] bytes = body.readAllBytes();
		SettlementBody asked = SettlementBody.read(StrictJson.read(bytes));
		return this.idempotency.once(key, "POST /settlements", bytes,
				() -> (asked.kind() == SettlementBody.Kind.WRITTEN_OFF) ? proposed(StrictJson.read(bytes))
						: collected(asked));
	}

	private ResponseEntity<byte[]> collected(SettlementBody asked) {
		return ResponseEntity.status(HttpStatus.CREATED)
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.json.writeValueAsBytes(
					new Settled(this.settlements.collect(asked), asked.kind(), asked.amount(), asked.fault())));
	}

	private ResponseEntity<byte[]> proposed(JsonNode values) {
		ResponseEntity<Proposal> accepted = this.proposals.propose(this.writeOff, values).accepted();
		return ResponseEntity.status(HttpStatus.ACCEPTED)
			.headers(accepted.getHeaders())
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.json.writeValueAsBytes(accepted.getBody()));
	}

	@Operation(summary = "结清记录 · what a person owed back and was settled, by hand or by rule, oldest first",
			description = "also under files merged into theirs")
	@GetMapping("/applicants/{id}/settlements")
	Listing<ObjectNode> list(@PathVariable String id, Paging paging) {
		requireReader(this.user);
		return Listing.cut(this.settlements.of(applicant(id)), paging, (settled) -> settled);
	}

	/** Who may see what was settled. */
	static void requireReader(CurrentUser user) {
		if (!user.has(Role.PAYMASTER) && !user.has(Role.AUDITOR)) {
			user.requireRole(Role.CASE_WORKER);
		}
	}

	private static UUID applicant(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.notFound("APPLICANT_NOT_FOUND");
		}
	}

}
