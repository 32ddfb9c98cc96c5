package org.huiling.proposal;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.input.Ids;
import org.huiling.input.ReasonBody;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals over HTTP. */
@Tag(name = "proposals", description = "提议与确认 · what takes effect when a second account confirms it")
@RestController
@RequestMapping(path = "/api/v1/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
class ProposalController {

	private final Proposals proposals;

	ProposalController(Proposals proposals) {
		this.proposals = proposals;
	}

	@Operation(operationId = "listProposals",
			summary = "提议列表 · proposals that one may propose or confirm, the newest first")
	@GetMapping
	Listing<Proposal> proposals(@RequestParam @Nullable ProposalState state, Paging paging) {
		return this.proposals.page(state, paging);
	}

	@Operation(operationId = "getProposal",
			summary = "一项提议 · one proposal, with what would come of it or what came of it")
	@GetMapping("/{id}")
	Proposal proposal(@PathVariable String id) {
		return this.proposals.look(id(id));
	}

	@Operation(operationId = "confirmProposal",
			summary = "确认 · does what another account proposed; answers what the call would have answered by itself")
	@ApiResponse(responseCode = "200", description = "as the call would have answered by itself",
			content = @Content(schema = @Schema(type = "object")))
	@PostMapping("/{id}/confirm")
	String confirm(@PathVariable String id) {
		return this.proposals.confirm(id(id));
	}

	@Operation(operationId = "rejectProposal", summary = "驳回 · turns it down with a reason")
	@PostMapping("/{id}/reject")
	Proposal reject(@PathVariable String id, @RequestBody ReasonBody asked) {
		return this.proposals.reject(this.proposals.get(id(id)).id(), asked.reason());
	}

	@Operation(operationId = "withdrawProposal", summary = "撤回 · takes one's own proposal back")
	@PostMapping("/{id}/withdraw")
	Proposal withdraw(@PathVariable String id) {
		return this.proposals.withdraw(id(id));
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "PROPOSAL_NOT_FOUND");
	}

}
