package org.huiling.applicant.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * An applicant, or a part of one, in the JSON of the HTTP contract, as it is sent and
 * answered. Nobody looks into it but who reads facts; the description of the API calls it
 * {@code Applicant}.
 *
 * @param json as it was sent, or is written
 */
public record ApplicantDocument(@JsonValue JsonNode json) {

	/** Without anything personal. */
	@Override
	public String toString() {
		return "ApplicantDocument";
	}

}
