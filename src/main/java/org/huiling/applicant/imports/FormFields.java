package org.huiling.applicant.imports;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fields typed one by one, as the columns of a table that they could stand in. */
public final class FormFields {

	private FormFields() {
	}

	/**
	 * What was typed as an applicant.
	 * @param typed by the path of the field
	 * @return not yet checked
	 */
	public static ObjectNode applicant(Map<String, String> typed) {
		ObjectNode applicant = JsonNodeFactory.instance.objectNode();
		// whether a list is empty is put last, beside the items that may contradict it
		put(typed, applicant, false);
		put(typed, applicant, true);
		return applicant;
	}

	private static void put(Map<String, String> typed, ObjectNode applicant, boolean lists) {
		columns(typed).filter((column) -> (column.kind() == CsvKind.LIST) == lists)
			.filter((column) -> !typed.get(column.path()).isBlank())
			.forEach((column) -> column.put(applicant, typed.get(column.path()).strip()));
	}

	private static Stream<CsvColumn> columns(Map<String, String> typed) {
		return typed.keySet()
			.stream()
			.sorted()
			.map(CsvColumns::find)
			.filter(Objects::nonNull)
			.filter((column) -> typed.containsKey(column.path()));
	}

}
