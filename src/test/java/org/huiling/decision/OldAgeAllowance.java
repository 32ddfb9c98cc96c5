package org.huiling.decision;

import org.huiling.applicant.register.People;

/** Deciding the allowance of somebody of eighty. */
final class OldAgeAllowance {

	/** Eighty since January 2013, and applied then. */
	static final String EIGHTY = """
			{"birthDate": "1933-01-10", "name": "试例甲", "hukou": {"region": "379901003", "type": "RURAL"},
			 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""";

	private OldAgeAllowance() {
	}

	static People.Answer decided(People people, String id, String period) {
		return people.post("/api/v1/applicants/" + id + "/decisions", """
				{"period": "%s", "programs": ["old-age-allowance"]}""".formatted(period));
	}

}
