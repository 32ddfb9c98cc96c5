package org.huiling.applicant.imports.file;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of a table of applicants.
 *
 * @param path the JSON path, an item of a list with its number
 * @param kind how its cells become JSON
 * @param values Chinese values and what they stand for
 * @param steps of the path
 */
record CsvColumn(String path, CsvKind kind, Map<String, String> values, List<String> steps) {

	private static final Pattern SEVERAL = Pattern.compile("[,，、;；|]");

	CsvColumn {
		values = Map.copyOf(values);
		steps = List.copyOf(steps);
	}

	CsvColumn(String path, CsvKind kind, Map<String, String> values) {
		this(path, kind, values, List.of(path.split("\\.", -1)));
	}

	CsvColumn numbered(int index) {
		return new CsvColumn(this.path.replace("[]", "[" + index + "]"), this.kind, this.values);
	}

	/** Puts a cell that is not empty where it belongs in an applicant. */
	void put(ObjectNode applicant, String cell) {
		ObjectNode object = applicant;
		int last = this.steps.size() - 1;
		for (int i = 0; i < last; i++) {
			object = into(object, this.steps.get(i));
		}
		String field = this.steps.get(last);
		JsonNode value = (this.kind == CsvKind.CODES) ? codes(cell)
				: this.kind.node(this.values.getOrDefault(cell, cell));
		// a list that is said to be empty and has items is wrong; a text says so
		object.set(field, object.has(field) ? object.stringNode(cell) : value);
	}

	private JsonNode codes(String cell) {
		ArrayNode codes = JsonNodeFactory.instance.arrayNode();
		if (CsvColumns.ITEM.equals(this.values.getOrDefault(cell, cell))) {
			return codes;
		}
		for (String code : SEVERAL.split(cell)) {
			codes.add(this.values.getOrDefault(code.strip(), code.strip()));
		}
		return codes;
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
