package org.huiling.table;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param number from 1, the place of its first line in the file, empty lines counted
 * @param text as csv, to be given back
 * @param cells without what spreadsheets put around them; empty ones are ""
 * @param fault why the row cannot be taken, null if it can
 * @param damaged cells whose value is not what was meant, by their place
 */
public record TableRow(long number, String text, List<String> cells, @Nullable TableFault fault,
		Map<Integer, TableFault> damaged) {

	static TableRow of(long number, String text, List<String> cells) {
		return new TableRow(number, text, cells, null, Map.of());
	}

	static TableRow refused(long number, String text, TableFault fault) {
		return new TableRow(number, text, List.of(), fault, Map.of());
	}

	TableRow with(TableFault found) {
		return new TableRow(this.number, this.text, this.cells, found, this.damaged);
	}

	boolean isEmpty() {
		return this.fault == null && this.damaged.isEmpty() && filled() == 0;
	}

	int filled() {
		int filled = 0;
		for (String cell : this.cells) {
			filled += cell.isEmpty() ? 0 : 1;
		}
		return filled;
	}

}
