package org.huiling.web.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a decision table as the grid's form sends them. */
final class SentRows {

	private static final int STALE = 412;

	private SentRows() {
	}

	/**
	 * Writes them into the table.
	 * @param table as it is now, null if the file is no table any more
	 * @param json the rows in their order, each {@code {"from": 8, "cells": {"2": "95"}}}
	 * @param mapper reads them
	 * @return the file
	 * @throws Refusal 412 {@code STALE} if the form was made of another table
	 */
	static String write(@Nullable CellTable table, String json, JsonMapper mapper) {
		String written = (table != null) ? table.write(read(json, mapper)) : null;
		if (written == null) {
			throw new Refusal(STALE, "STALE");
		}
		return written;
	}

	private static List<CellTable.Sent> read(String json, JsonMapper mapper) {
		List<CellTable.Sent> rows = new ArrayList<>();
		try {
			for (JsonNode row : mapper.readTree(json)) {
				Map<Integer, String> cells = new HashMap<>();
				row.path("cells").properties().forEach((cell) -> {
					if (cell.getKey().matches("\\d{1,3}")) {
						cells.put(Integer.valueOf(cell.getKey()), cell.getValue().asString(""));
					}
				});
				rows.add(new CellTable.Sent(row.path("from").isInt() ? row.get("from").intValue() : null, cells));
				if (rows.size() > CellTable.MOST_ROWS) {
					return List.of();
				}
			}
		}
		catch (JacksonException broken) {
			return List.of();
		}
		return rows;
	}

}
