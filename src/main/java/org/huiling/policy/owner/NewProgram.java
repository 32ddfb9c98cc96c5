package org.huiling.policy.owner;

import org.huiling.engine.Program;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.owner.ProgramBody.Proposed;
import org.huiling.policy.published.PolicyView;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** A program is added to a jurisdiction. */
@Component
class NewProgram extends OwnerAction<Proposed> {

	private final Owners owners;

	NewProgram(Owners owners, PolicyCatalogue catalogue, JsonMapper json) {
		super("PROGRAM_ADD", Proposed.class, catalogue, json);
		this.owners = owners;
	}

	@Override
	protected Scope check(Proposed wanted) {
		String region = this.owners.get(wanted.jurisdiction()).regionPrefix();
		this.owners.requireFree(wanted.jurisdiction(), wanted.program().id());
		this.owners.requireList(wanted.program().program());
		this.owners.requireCurrency(wanted.jurisdiction(), wanted.program().program());
		return new Scope(wanted.jurisdiction() + "/" + wanted.program().id(), region);
	}

	@Override
	protected PolicyView.ProgramItem confirm(Proposed wanted, String proposedBy) {
		Program program = wanted.program().program();
		this.owners.add(wanted.jurisdiction(), program);
		return PolicyView.ProgramItem.of(wanted.jurisdiction(), program);
	}

}
