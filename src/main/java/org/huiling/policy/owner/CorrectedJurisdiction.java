package org.huiling.policy.owner;

import java.util.Map;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.PolicyCatalogue;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * A jurisdiction is renamed, or gets another region prefix or currency: one that was
 * mistyped, as long as nothing was published there.
 */
@Component
class CorrectedJurisdiction extends OwnerAction<JurisdictionBody> {

	private final Owners owners;

	private final ApplicantRegister people;

	CorrectedJurisdiction(Owners owners, PolicyCatalogue catalogue, ApplicantRegister people, JsonMapper json) {
		super("JURISDICTION_CORRECT", JurisdictionBody.class, catalogue, json);
		this.owners = owners;
		this.people = people;
	}

	@Override
	protected Map<String, ?> effects(JurisdictionBody values) {
		return takenOver(values.regionPrefix(), this.people);
	}

	private Jurisdiction wanted(JurisdictionBody values) {
		return values.jurisdiction(this.owners.get(values.id()).currency());
	}

	@Override
	protected Scope check(JurisdictionBody values) {
		Jurisdiction wanted = wanted(values);
		this.owners.requireCorrectable(wanted);
		return new Scope(wanted.id(), reach(wanted));
	}

	@Override
	protected NewJurisdiction.Added confirm(JurisdictionBody values, String proposedBy) {
		Jurisdiction wanted = wanted(values);
		this.owners.correct(wanted);
		return NewJurisdiction.Added.of(wanted, this.people);
	}

}
