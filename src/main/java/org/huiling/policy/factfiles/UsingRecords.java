package org.huiling.policy.factfiles;

import java.util.List;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.engine.Bilingual;
import org.huiling.facts.dictionary.Dictionary;

import org.springframework.stereotype.Component;

/** People's records use the facts that they tell. */
@Component
class UsingRecords implements FactUser {

	private final ApplicantRegister register;

	UsingRecords(ApplicantRegister register) {
		this.register = register;
	}

	@Override
	public List<Bilingual> users(Dictionary dictionary, String path) {
		boolean recorded = dictionary.entry(path) != null && this.register.isRecorded(path);
		return recorded ? List.of(new Bilingual("已登记的档案", "people's records")) : List.of();
	}

}
