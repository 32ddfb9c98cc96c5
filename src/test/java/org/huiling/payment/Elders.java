package org.huiling.payment;

import org.huiling.applicant.register.People;

/** People of 80 who get an allowance of 100 yuan a month from January 2013 on. */
public record Elders(People people) {

	/** One, paid to an account; the empty one is none. */
	public String eighty(String account) {
		String id = this.people.begun("""
				{"name": "试例甲", "birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", %s"name": "试例甲"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""
			.formatted(account.isEmpty() ? "" : "\"account\": \"" + account + "\", "));
		decide(id, "2013-01");
		return id;
	}

	/** Decides about the allowance of one month. */
	public void decide(String id, String period) {
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"%s\", \"jurisdiction\": \"model-district\", \"programs\": [\"old-age-allowance\"]}"
						.formatted(period))
			.is(201);
	}

	/**
	 * Learnt late: not in the district in that one month.
	 */
	public void away(String id, String month, String next) {
		moved(id, month, "110101001");
		decide(id, month);
		moved(id, next, "379901003");
		decide(id, next);
	}

	private void moved(String id, String month, String region) {
		this.people.recorded(id,
				"{\"validFrom\": \"%s-01\", \"facts\": {\"hukou\": {\"region\": \"%s\", \"type\": \"RURAL\"}}, \"reason\": \"moved\"}"
					.formatted(month, region));
	}

	/** Death; its record. */
	public String died(String id, String day, String decided) {
		String record = this.people
			.recorded(id,
					"{\"validFrom\": \"%1$s\", \"facts\": {\"deathDate\": \"%1$s\"}, \"reason\": \"learnt late\"}"
						.formatted(day))
			.text("/id");
		decide(id, decided);
		return record;
	}

	/** The death was wrong. */
	void reversed(String id, String record, String day, String decided) {
		this.people.recorded(id,
				"{\"validFrom\": \"%s\", \"facts\": {\"deathDate\": null}, \"reason\": \"was wrong\", \"corrects\": \"%s\"}"
					.formatted(day, record));
		decide(id, decided);
	}

}
