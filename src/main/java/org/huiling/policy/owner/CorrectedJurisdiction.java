package org.huiling.policy.owner;

import java.util.Map;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.PolicyCatalogue;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * A jurisdiction is renamed, or gets another region prefix: one that was mistyped, as
 * long as nothing was published there.
 */
@Component
class CorrectedJurisdiction extends OwnerAction {

	private final Owners owners;

	private final ApplicantRegister people;

	CorrectedJurisdiction(Owners owners, PolicyCatalogue catalogue, ApplicantRegister people) {
		super("JURISDICTION_CORRECT", catalogue);
		this.owners = owners;
		this.people = people;
	}

	@Override
	public Map<String, ?> effects(JsonNode values) {
		return takenOver(NewJurisdiction.wanted(values).regionPrefix(), this.people);
	}

	@Override
	public Scope check(JsonNode values) {
		Jurisdiction wanted = NewJurisdiction.wanted(values);
		this.owners.requireCorrectable(wanted);
		return new Scope(wanted.id(), reach(wanted));
	}

	@Override
	public NewJurisdiction.Added confirm(JsonNode values, String proposedBy) {
		Jurisdiction wanted = NewJurisdiction.wanted(values);
		this.owners.correct(wanted);
		return NewJurisdiction.Added.of(wanted, this.people);
	}

}
