package org.huiling.policy;

import org.huiling.engine.Program;
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
		String jurisdiction = NewProgram.jurisdiction(values);
		Program wanted = NewProgram.program(values);
		String region = this.owners.get(jurisdiction).regionPrefix();
		this.owners.requireCorrectable(jurisdiction, wanted.id());
		return new Scope(jurisdiction + "/" + wanted.id(), region);
	}

	@Override
	public PolicyView.ProgramItem confirm(JsonNode values, String proposedBy) {
		Program wanted = NewProgram.program(values);
		this.owners.correct(NewProgram.jurisdiction(values), wanted);
		return PolicyView.ProgramItem.of(NewProgram.jurisdiction(values), wanted);
	}

}
