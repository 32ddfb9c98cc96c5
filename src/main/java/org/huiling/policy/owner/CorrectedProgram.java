package org.huiling.policy.owner;

import org.huiling.engine.Program;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PolicyView;
import org.huiling.policy.owner.ProgramBody.Proposed;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * A program gets another cycle, unit, order or recipient, as long as no version of it was
 * published.
 */
@Component
class CorrectedProgram extends OwnerAction {

	private final Owners owners;

	CorrectedProgram(Owners owners, PolicyCatalogue catalogue) {
		super("PROGRAM_CORRECT", catalogue);
		this.owners = owners;
	}

	@Override
	public Scope check(JsonNode values) {
		Proposed wanted = NewProgram.wanted(values);
		String region = this.owners.get(wanted.jurisdiction()).regionPrefix();
		this.owners.requireCorrectable(wanted.jurisdiction(), wanted.program().id());
		return new Scope(wanted.jurisdiction() + "/" + wanted.program().id(), region);
	}

	@Override
	public PolicyView.ProgramItem confirm(JsonNode values, String proposedBy) {
		Proposed wanted = NewProgram.wanted(values);
		Program program = wanted.program().program();
		this.owners.correct(wanted.jurisdiction(), program);
		return PolicyView.ProgramItem.of(wanted.jurisdiction(), program);
	}

}
