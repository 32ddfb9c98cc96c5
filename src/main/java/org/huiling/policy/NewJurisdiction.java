package org.huiling.policy;

import java.util.Set;

import org.huiling.account.Role;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Jurisdiction;
import org.huiling.proposal.ProposalAction;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** A jurisdiction is added. One below another's prefix takes its people over. */
@Component
class NewJurisdiction implements ProposalAction {

	private final Owners owners;

	private final PolicyCatalogue catalogue;

	private final ApplicantRegister people;

	NewJurisdiction(Owners owners, PolicyCatalogue catalogue, ApplicantRegister people) {
		this.owners = owners;
		this.catalogue = catalogue;
		this.people = people;
	}

	/**
	 * A jurisdiction that was added.
	 *
	 * @param id its id
	 * @param name in both languages
	 * @param regionPrefix the region-code prefix it claims
	 * @param people how many people on file have a record that names a region there
	 */
	record Added(String id, Bilingual name, String regionPrefix, long people) {
	}

	@Override
	public String name() {
		return "JURISDICTION_ADD";
	}

	@Override
	public Set<Role> proposers() {
		return Set.of(Role.POLICY_EDITOR, Role.POLICY_APPROVER);
	}

	@Override
	public Set<Role> confirmers() {
		return Set.of(Role.POLICY_APPROVER);
	}

	@Override
	public Scope check(JsonNode values) {
		Jurisdiction wanted = OwnerReader.jurisdiction(values);
		this.owners.requireFree(wanted);
		return new Scope(wanted.id(), wanted.regionPrefix());
	}

	@Override
	public Added confirm(JsonNode values, String proposedBy) {
		Jurisdiction wanted = OwnerReader.jurisdiction(values);
		this.owners.add(wanted);
		return new Added(wanted.id(), wanted.name(), wanted.regionPrefix(),
				this.people.countBelow(wanted.regionPrefix()));
	}

	@Override
	public void confirmed() {
		this.catalogue.refresh();
	}

}
