package org.huiling.policy.owner;

import org.huiling.proposal.Proposal;
import org.huiling.proposal.Proposals;

import org.springframework.stereotype.Component;

/**
 * Proposing jurisdictions and programs: each is in force when a POLICY_APPROVER with
 * another account confirms it.
 */
@Component
public class OwnerProposals {

	private final Proposals proposals;

	private final OwnerActions actions;

	OwnerProposals(Proposals proposals, OwnerActions actions) {
		this.proposals = proposals;
		this.actions = actions;
	}

	/**
	 * Proposes a jurisdiction.
	 * @param wanted the jurisdiction
	 * @return what waits for somebody else
	 * @throws org.huiling.problem.InvalidInput 422 if it cannot be as it is described
	 * @throws org.huiling.problem.Refusal as {@link Proposals} says
	 */
	public Proposal jurisdiction(JurisdictionBody wanted) {
		return this.proposals.propose(this.actions.newJurisdiction(), wanted);
	}

	/** Proposes another name, prefix or currency of a jurisdiction. */
	Proposal correctedJurisdiction(JurisdictionBody wanted) {
		return this.proposals.propose(this.actions.correctedJurisdiction(), wanted);
	}

	/**
	 * Proposes a program.
	 * @param jurisdiction the id of whose it is to be
	 * @param wanted the program
	 * @return what waits for somebody else
	 * @throws org.huiling.problem.InvalidInput 422 if it cannot be as it is described
	 * @throws org.huiling.problem.Refusal as {@link Proposals} says
	 */
	public Proposal program(String jurisdiction, ProgramBody.New wanted) {
		return this.proposals.propose(this.actions.newProgram(), new ProgramBody.Proposed(jurisdiction, wanted));
	}

	/** Proposes a program as it is to be, which has no version yet. */
	Proposal correctedProgram(String jurisdiction, ProgramBody.New wanted) {
		return this.proposals.propose(this.actions.correctedProgram(), new ProgramBody.Proposed(jurisdiction, wanted));
	}

}
