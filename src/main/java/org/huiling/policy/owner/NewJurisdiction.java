package org.huiling.policy.owner;

import java.util.Map;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.PolicyCatalogue;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** A jurisdiction is added. One below another's prefix takes its people over. */
@Component
class NewJurisdiction extends OwnerAction<JurisdictionBody> {

	private final Owners owners;

	private final ApplicantRegister people;

	NewJurisdiction(Owners owners, PolicyCatalogue catalogue, ApplicantRegister people, JsonMapper json) {
		super("JURISDICTION_ADD", JurisdictionBody.class, catalogue, json);
		this.owners = owners;
		this.people = people;
	}

	/**
	 * A jurisdiction as it is now.
	 *
	 * @param id its id
	 * @param name in both languages
	 * @param regionPrefix the region-code prefix it claims
	 * @param currency what it pays in
	 * @param people how many people on file have a record that names a region there
	 */
	record Added(String id, Bilingual name, String regionPrefix, String currency, long people) {

		static Added of(Jurisdiction jurisdiction, ApplicantRegister people) {
			return new Added(jurisdiction.id(), jurisdiction.name(), jurisdiction.regionPrefix(),
					jurisdiction.currency(), people.countBelow(jurisdiction.regionPrefix()));
		}

	}

	@Override
	protected Map<String, ?> effects(JurisdictionBody values) {
		return takenOver(values.regionPrefix(), this.people);
	}

	@Override
	protected Scope check(JurisdictionBody values) {
		Jurisdiction wanted = values.jurisdiction();
		this.owners.requireFree(wanted);
		return new Scope(wanted.id(), reach(wanted));
	}

	@Override
	protected Added confirm(JurisdictionBody values, String proposedBy) {
		Jurisdiction wanted = values.jurisdiction();
		this.owners.add(wanted);
		return Added.of(wanted, this.people);
	}

}
