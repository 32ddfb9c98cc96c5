package org.huiling.applicant.imports;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of a table of applicants.
 *
 * @param path the JSON path, an item of a list with its number
 * @param kind how its cells become JSON
 * @param values Chinese values and what they stand for
 */
record CsvColumn(String path, CsvKind kind, Map<String, String> values) {

	CsvColumn {
		values = Map.copyOf(values);
	}

	CsvColumn numbered(int index) {
		return new CsvColumn(this.path.replace("[]", "[" + index + "]"), this.kind, this.values);
	}

	/** Puts a cell that is not empty where it belongs in an applicant. */
	void put(ObjectNode applicant, String cell) {
		ObjectNode object = applicant;
		String[] steps = this.path.split("\\.", -1);
		for (int i = 0; i < steps.length - 1; i++) {
			object = into(object, steps[i]);
		}
		String field = steps[steps.length - 1];
		JsonNode value = this.kind.node(this.values.getOrDefault(cell, cell));
		// a list that is said to be empty and has items is wrong; a text says so
		object.set(field, object.has(field) ? object.stringNode(cell) : value);
	}

	private static ObjectNode into(ObjectNode object, String step) {
		int bracket = step.indexOf('[');
		if (bracket < 0) {
			return object.withObjectProperty(step);
		}
		ArrayNode list = object.withArrayProperty(step.substring(0, bracket));
		int index = Integer.parseInt(step, bracket + 1, step.length() - 1, 10);
		while (list.size() <= index) {
			list.addNull();
		}
		if (list.get(index).isNull()) {
			list.set(index, list.objectNode());
		}
		return (ObjectNode) list.get(index);
	}

}
