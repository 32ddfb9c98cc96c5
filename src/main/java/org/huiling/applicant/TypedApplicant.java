package org.huiling.applicant;

import java.util.Map;

import org.huiling.facts.record.RecordedFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An applicant as somebody types them, field by field: the same names and spellings as in
 * a table of applicants.
 */
public interface TypedApplicant {

	/**
	 * What was typed as the JSON of the HTTP contract.
	 * @param typed by the path of the field, such as {@code hukou.region} or
	 * {@code statuses[0].kind}; {@code []} is a list without items. Empty is unknown, and
	 * names of no field are passed over. {@code subject} says whom it is about, a person
	 * where it is absent
	 * @return not yet checked
	 */
	ObjectNode read(Map<String, String> typed);

	/**
	 * What is told of somebody so far: what is wrong or not told yet is not known.
	 * @param applicant as in the HTTP contract, be it incomplete
	 * @return what can be read of it
	 */
	RecordedFacts soFar(JsonNode applicant);

}
