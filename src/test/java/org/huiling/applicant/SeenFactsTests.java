package org.huiling.applicant;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.TestPerson;
import org.huiling.facts.RandomApplicants;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class SeenFactsTests {

	@Test
	void everyFactIsWrittenInTheOrderOfTheNamesButWhatIdentifies() {
		Stream.concat(RandomApplicants.withUnknowns(3).limit(3000), RandomApplicants.fullyKnown(4).limit(1000))
			.forEach((applicant) -> assertThat(SeenFacts.of(applicant.record())).isEqualTo(sortedTree(applicant)));
	}

	private static String sortedTree(TestPerson applicant) {
		ObjectNode facts = applicant.json();
		facts.remove(List.of("residentId", "name", "payee"));
		return sorted(facts).toString();
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
