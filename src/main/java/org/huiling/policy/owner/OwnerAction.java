package org.huiling.policy.owner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.huiling.account.Role;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.proposal.RecordAction;
import tools.jackson.databind.json.JsonMapper;

/**
 * What changes who owns people or programs: proposed by policy staff, confirmed by an
 * approver, and in the catalogue as soon as it is confirmed.
 *
 * @param <V> what is proposed
 */
abstract class OwnerAction<V extends Record> extends RecordAction<V> {

	private final String name;

	private final PolicyCatalogue catalogue;

	OwnerAction(String name, Class<V> type, PolicyCatalogue catalogue, JsonMapper json) {
		super(type, json);
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

	/** How many people a prefix would own, and who owns it now. */
	Map<String, Object> takenOver(String prefix, ApplicantRegister people) {
		Map<String, Object> effects = new LinkedHashMap<>();
		effects.put("people", people.countBelow(prefix));
		this.catalogue.jurisdictionOf(prefix).ifPresent((owner) -> effects.put("ownedBy", owner.id()));
		return effects;
	}

	/**
	 * Where a prefix is decided about: whoever owns its people now has a say in losing
	 * them.
	 */
	String reach(Jurisdiction wanted) {
		return this.catalogue.jurisdictionOf(wanted.regionPrefix())
			.filter((owner) -> !owner.id().equals(wanted.id()))
			.map(Jurisdiction::regionPrefix)
			.orElse(wanted.regionPrefix());
	}

	@Override
	public void confirmed() {
		this.catalogue.refresh();
	}

}
