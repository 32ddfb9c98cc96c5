package org.huiling.engine.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.source.yaml.Cell;
import org.huiling.engine.source.yaml.FilePlace;
import org.jspecify.annotations.Nullable;

/** The cells of one sheet that hold something. */
final class Grid {

	static final int MOST_ROWS = 500;

	static final int MOST_COLUMNS = 60;

	static final int MOST_CHARACTERS = 1000;

	private final String file;

	private final @Nullable String sheet;

	private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();

	private final Map<String, Integer> spans = new HashMap<>();

	Grid(String file, @Nullable String sheet) {
		this.file = file;
		this.sheet = sheet;
	}

	String file() {
		return this.file;
	}

	void put(int row, int column, String text) {
		if (!text.isBlank()) {
			this.rows.computeIfAbsent(row, (one) -> new TreeMap<>()).put(column, text.strip());
		}
	}

	/** The cell at one place reaches, merged, to another column. */
	void span(int row, int from, int to) {
		this.spans.put(row + ":" + from, to);
	}

	/** The last column that a cell reaches. */
	int reach(int row, int column) {
		return this.spans.getOrDefault(row + ":" + column, column);
	}

	String text(int row, int column) {
		Map<Integer, String> cells = this.rows.get(row);
		return (cells != null) ? cells.getOrDefault(column, "") : "";
	}

	Cell cell(int row, int column) {
		String name = Cell.letters(column) + row;
		return new Cell((this.sheet != null) ? this.sheet + "!" + name : name, row, column, text(row, column), null);
	}

	FilePlace place(int row, int column) {
		return FilePlace.of(this.file, cell(row, column));
	}

	/** The rows that hold something. */
	List<Integer> rows() {
		return new ArrayList<>(this.rows.keySet());
	}

	/** The columns of a row that hold something. */
	List<Integer> columns(int row) {
		Map<Integer, String> cells = this.rows.get(row);
		return (cells != null) ? new ArrayList<>(cells.keySet()) : List.of();
	}

	int lastColumn() {
		return this.rows.values().stream().mapToInt(TreeMap::lastKey).max().orElse(0);
	}

}
