package org.huiling.decision;

import java.util.List;
import java.util.stream.StreamSupport;

import org.huiling.applicant.register.People;

/** What stands about a person, as text: period, what it is for, outcome and amount. */
final class WhatStands {

	private WhatStands() {
	}

	static List<String> of(People people, String id) {
		return of(people.get("/api/v1/applicants/" + id + "/decisions").is(200));
	}

	static List<String> of(People people, String id, String knownAt) {
		return of(people.get("/api/v1/applicants/" + id + "/decisions?knownAt=" + knownAt).is(200));
	}

	private static List<String> of(People.Answer answer) {
		return StreamSupport.stream(answer.body().at("/items").spliterator(), false)
			.filter((one) -> one.get("current").booleanValue())
			.map((one) -> one.get("period").stringValue() + ".."
					+ (one.get("until").isNull() ? "" : one.get("until").stringValue())
					+ (one.get("claim").isNull() ? "" : " " + one.get("claim").stringValue()) + " "
					+ one.get("outcome").stringValue() + " " + one.get("amount").decimalValue().toPlainString())
			.toList();
	}

}
