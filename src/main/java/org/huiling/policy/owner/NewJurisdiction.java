package org.huiling.policy.owner;

import java.util.Map;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Jurisdiction;
import org.huiling.input.RecordReader;
import org.huiling.policy.PolicyCatalogue;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** A jurisdiction is added. One below another's prefix takes its people over. */
@Component
class NewJurisdiction extends OwnerAction {

	private final Owners owners;

	private final ApplicantRegister people;

	NewJurisdiction(Owners owners, PolicyCatalogue catalogue, ApplicantRegister people) {
		super("JURISDICTION_ADD", catalogue);
		this.owners = owners;
		this.people = people;
	}

	/**
	 * A jurisdiction as it is now.
	 *
	 * @param id its id
	 * @param name in both languages
	 * @param regionPrefix the region-code prefix it claims
	 * @param people how many people on file have a record that names a region there
	 */
	record Added(String id, Bilingual name, String regionPrefix, long people) {

		static Added of(Jurisdiction jurisdiction, ApplicantRegister people) {
			return new Added(jurisdiction.id(), jurisdiction.name(), jurisdiction.regionPrefix(),
					people.countBelow(jurisdiction.regionPrefix()));
		}

	}

	static Jurisdiction wanted(JsonNode values) {
		return RecordReader.read(values, JurisdictionBody.class).jurisdiction();
	}

	@Override
	public Map<String, ?> effects(JsonNode values) {
		return takenOver(wanted(values).regionPrefix(), this.people);
	}

	@Override
	public Scope check(JsonNode values) {
		Jurisdiction wanted = wanted(values);
		this.owners.requireFree(wanted);
		return new Scope(wanted.id(), reach(wanted));
	}

	@Override
	public Added confirm(JsonNode values, String proposedBy) {
		Jurisdiction wanted = wanted(values);
		this.owners.add(wanted);
		return Added.of(wanted, this.people);
	}

}
