package org.huiling.policy;

import java.util.Set;

import org.huiling.account.Role;
import org.huiling.proposal.ProposalAction;

/**
 * What changes who owns people or programs: proposed by policy staff, confirmed by an
 * approver, and in the catalogue as soon as it is confirmed.
 */
abstract class OwnerAction implements ProposalAction {

	private final String name;

	private final PolicyCatalogue catalogue;

	OwnerAction(String name, PolicyCatalogue catalogue) {
		this.name = name;
		this.catalogue = catalogue;
	}

	@Override
	public String name() {
		return this.name;
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
	public void confirmed() {
		this.catalogue.refresh();
	}

}
