package org.huiling.applicant;

import java.util.List;

import org.huiling.facts.ApplicantRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The facts that a decision saw, without id, name and payee, in one way to write them:
 * equal facts give equal bytes, fit for a digest.
 */
public final class SeenFacts {

	private static final List<String> LEFT_OUT = List.of("residentId", "name", "payee");

	private static final JsonMapper MAPPER = new JsonMapper();

	private SeenFacts() {
	}

	/**
	 * The facts of a record.
	 * @param record the record
	 * @return JSON of the HTTP contract with sorted keys and no spaces; unknown fields
	 * left out, money with two decimals
	 */
	public static String of(ApplicantRecord record) {
		ObjectNode facts = ApplicantJson.of(record);
		facts.remove(LEFT_OUT);
		return MAPPER.writeValueAsString(sorted(facts));
	}

	private static JsonNode sorted(JsonNode node) {
		if (node instanceof ObjectNode object) {
			ObjectNode sorted = JsonNodeFactory.instance.objectNode();
			object.propertyNames().stream().sorted().forEach((name) -> sorted.set(name, sorted(object.get(name))));
			return sorted;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
			array.forEach((item) -> sorted.add(sorted(item)));
			return sorted;
		}
		return node;
	}

}
