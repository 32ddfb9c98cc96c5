package org.huiling.policy.owner;

import org.huiling.engine.Program;
import org.huiling.input.RecordReader;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PolicyView;
import org.huiling.policy.owner.ProgramBody.Proposed;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** A program is added to a jurisdiction. */
@Component
class NewProgram extends OwnerAction {

	private final Owners owners;

	NewProgram(Owners owners, PolicyCatalogue catalogue) {
		super("PROGRAM_ADD", catalogue);
		this.owners = owners;
	}

	@Override
	public Scope check(JsonNode values) {
		Proposed wanted = wanted(values);
		String region = this.owners.get(wanted.jurisdiction()).regionPrefix();
		this.owners.requireFree(wanted.jurisdiction(), wanted.program().id());
		return new Scope(wanted.jurisdiction() + "/" + wanted.program().id(), region);
	}

	@Override
	public PolicyView.ProgramItem confirm(JsonNode values, String proposedBy) {
		Proposed wanted = wanted(values);
		Program program = wanted.program().program();
		this.owners.add(wanted.jurisdiction(), program);
		return PolicyView.ProgramItem.of(wanted.jurisdiction(), program);
	}

	static Proposed wanted(JsonNode values) {
		return RecordReader.read(values, Proposed.class);
	}

}
