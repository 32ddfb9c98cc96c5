package org.huiling.policy.owner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.idempotency.Idempotent;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.published.PolicyView;
import org.huiling.proposal.Proposal;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** New jurisdictions and programs over HTTP. */
@Tag(name = "policies", description = "政策 · published policies")
@RestController
@RequestMapping("/api/v1/jurisdictions")
class OwnerController {

	private final Owners owners;

	private final PolicyCatalogue catalogue;

	private final OwnerProposals proposals;

	OwnerController(Owners owners, PolicyCatalogue catalogue, OwnerProposals proposals) {
		this.owners = owners;
		this.catalogue = catalogue;
		this.proposals = proposals;
	}

	@Operation(operationId = "proposeJurisdiction",
			summary = "新建辖区 · proposes a jurisdiction; one below another's prefix takes its people over",
			description = "in force when a POLICY_APPROVER with another account confirms the proposal")
	@Idempotent
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Proposal> add(@RequestBody JurisdictionBody wanted) {
		return this.proposals.jurisdiction(wanted).accepted();
	}

	@Operation(operationId = "correctJurisdiction",
			summary = "更正辖区 · proposes another name or, while nothing is published there, another region prefix or currency",
			description = "in force when a POLICY_APPROVER with another account confirms the proposal")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PutMapping(path = "/{jurisdiction}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Proposal> correct(@PathVariable String jurisdiction, @RequestBody CorrectionBody wanted) {
		return this.proposals.correctedJurisdiction(wanted.of(jurisdiction)).accepted();
	}

	@Operation(operationId = "proposeProgram", summary = "新建项目 · proposes a program",
			description = "in force when a POLICY_APPROVER with another account confirms the proposal")
	@Idempotent
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PostMapping(path = "/{jurisdiction}/programs", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Proposal> addProgram(@PathVariable String jurisdiction, @RequestBody ProgramBody.New wanted) {
		return this.proposals.program(jurisdiction, wanted).accepted();
	}

	@Operation(operationId = "putProgram",
			summary = "新建或改名 · renames a program at once; proposes a new one, or anything else of one that has no version yet")
	@ApiResponse(responseCode = "200", description = "it is called so now",
			content = @Content(schema = @Schema(implementation = PolicyView.ProgramItem.class)))
	@ApiResponse(responseCode = "202", description = "proposed",
			content = @Content(schema = @Schema(implementation = Proposal.class)))
	@PutMapping(path = "/{jurisdiction}/programs/{program}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> putProgram(@PathVariable String jurisdiction, @PathVariable String program,
			@RequestBody ProgramBody described) {
		ProgramBody.New wanted = described.of(program);
		if (this.owners.rename(jurisdiction, wanted.program())) {
			this.catalogue.refresh();
			return ResponseEntity.ok(PolicyView.ProgramItem.of(jurisdiction, wanted.program()));
		}
		Proposal proposal = this.owners.has(jurisdiction, program)
				? this.proposals.correctedProgram(jurisdiction, wanted) : this.proposals.program(jurisdiction, wanted);
		return proposal.accepted();
	}

}
