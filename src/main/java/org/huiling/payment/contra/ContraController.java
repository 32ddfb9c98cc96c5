package org.huiling.payment.contra;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.input.Ids;
import org.huiling.input.ReasonBody;
import org.huiling.proposal.Proposal;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was taken in error is taken back, over HTTP: proposed here, confirmed by another.
 */
@Tag(name = "rosters")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ContraController {

	private final ContraEntries entries;

	ContraController(ContraEntries entries) {
		this.entries = entries;
	}

	@Operation(operationId = "proposeResultContra",
			summary = "冲销发放结果 · proposes to take the last result of a line back",
			description = """
					{"reason"} → 202 with a proposal. Confirmed by another PAYMASTER or a POLICY_APPROVER, what counted before counts
					again; where that is nothing, the line may be reported anew. Recoveries follow the payments they were set off
					against. 409 while a draft waits for approval.""")
	@ApiResponse(responseCode = "202", description = "proposed", useReturnTypeSchema = true)
	@PostMapping(path = "/rosters/{id}/lines/{line}/contra", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Proposal> result(@PathVariable String id, @PathVariable String line, @RequestBody ReasonBody asked) {
		return this.entries.ofResult(Ids.inPath(id, "ROSTER_NOT_FOUND"), line, asked.reason()).accepted();
	}

	@Operation(operationId = "proposeSettlementContra", summary = "冲销结清 · proposes to take a settlement back",
			description = """
					{"reason"} → 202 with a proposal. Confirmed by another PAYMASTER or a POLICY_APPROVER, what was settled is owed again;
					the next roster finds it. 409 while a draft waits for approval.""")
	@ApiResponse(responseCode = "202", description = "proposed", useReturnTypeSchema = true)
	@PostMapping(path = "/settlements/{id}/contra", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Proposal> settlement(@PathVariable String id, @RequestBody ReasonBody asked) {
		return this.entries.ofSettlement(Ids.inPath(id, "SETTLEMENT_NOT_FOUND"), asked.reason()).accepted();
	}

}
