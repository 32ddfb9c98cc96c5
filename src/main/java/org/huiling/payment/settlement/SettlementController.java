package org.huiling.payment.settlement;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.Ids;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.settlement.WriteOffByHand.Settled;
import org.huiling.proposal.Proposal;
import org.huiling.proposal.Proposals;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is settled of what people owe back, over HTTP. */
@Tag(name = "rosters")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SettlementController {

	private final DebtSettlements settlements;

	private final Proposals proposals;

	private final WriteOffByHand writeOff;

	SettlementController(DebtSettlements settlements, Proposals proposals, WriteOffByHand writeOff) {
		this.settlements = settlements;
		this.proposals = proposals;
		this.writeOff = writeOff;
	}

	@Operation(operationId = "settleOverpayment", summary = "人工结清 · settles by hand what is owed back",
			description = """
					{"jurisdiction", "applicantId", "program", "period", "claim"?, "kind": "COLLECTED" or "WRITTEN_OFF", "amount",
					"fault"?: "AGENCY_ERROR", "FALSE_STATEMENT", "NOT_REPORTED" or "NO_FAULT", "reason"}
					At most what the last approved roster left open. COLLECTED is booked at once (201); WRITTEN_OFF is a proposal (202),
					confirmed by another PAYMASTER or a POLICY_APPROVER.""")
	@ApiResponse(responseCode = "201", description = "what was collected",
			content = @Content(schema = @Schema(implementation = Settled.class)))
	@ApiResponse(responseCode = "202", description = "proposed to be given up",
			content = @Content(schema = @Schema(implementation = Proposal.class)))
	@Idempotent
	@PostMapping(path = "/settlements", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> settle(@RequestBody SettlementBody asked) {
		if (asked.kind() == SettlementBody.Kind.WRITTEN_OFF) {
			return this.proposals.propose(this.writeOff, asked).accepted();
		}
		return ResponseEntity.status(HttpStatus.CREATED)
			.body(new Settled(this.settlements.collect(asked), asked.kind(), asked.amount(), asked.fault()));
	}

	@Operation(operationId = "listSettlements",
			summary = "结清记录 · what a person owed back and was settled, by hand or by rule, oldest first",
			description = "also under files merged into theirs")
	@GetMapping("/applicants/{id}/settlements")
	Listing<SettlementView> list(@PathVariable String id, Paging paging) {
		return Listing.cut(this.settlements.of(applicant(id)), paging, (settled) -> settled);
	}

	private static UUID applicant(String id) {
		return Ids.inPath(id, "APPLICANT_NOT_FOUND");
	}

}
