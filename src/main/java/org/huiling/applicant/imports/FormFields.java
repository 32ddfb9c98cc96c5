package org.huiling.applicant.imports;

import java.util.Map;
import java.util.TreeMap;

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
		new TreeMap<>(typed).forEach((path, cell) -> {
			CsvColumn column = CsvColumns.find(path);
			if (column != null && column.path().equals(path) && !ListRow.ABOUT_THE_LINE.contains(path)
					&& !cell.isBlank() && (column.kind() == CsvKind.LIST) == lists) {
				column.put(applicant, cell.strip());
			}
		});
	}

}
