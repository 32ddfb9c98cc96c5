package org.huiling.web.casework;

import java.util.UUID;

import org.huiling.problem.Refusal;

/** Ids in paths. */
final class Identifiers {

	private Identifiers() {
	}

	/** The id of somebody on file, or a 404. */
	static UUID person(String text) {
		return parse(text, "APPLICANT_NOT_FOUND");
	}

	/** The id of a decision, or a 404. */
	static UUID decision(String text) {
		return parse(text, "DECISION_NOT_FOUND");
	}

	private static UUID parse(String text, String otherwise) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.notFound(otherwise);
		}
	}

}
