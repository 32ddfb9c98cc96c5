package org.huiling.engine.table;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.Cell;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Reads CSV, UTF-8 with commas. A cell holds no line break, so that a row is a line of
 * the file.
 */
final class CsvGrid {

	private static final CsvFactory ROWS = CsvFactory.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

	private final Problems problems;

	private final Grid grid;

	private CsvGrid(String file, Problems problems) {
		this.grid = new Grid(file, null);
		this.problems = problems;
	}

	static @Nullable Grid read(String file, byte[] bytes, Problems problems) {
		String text = Yaml.text(file, bytes, problems);
		return (text != null) ? new CsvGrid(file, problems).read(text) : null;
	}

	private @Nullable Grid read(String text) {
		int row = 0;
		try (JsonParser rows = ROWS.createParser(ObjectReadContext.empty(), text)) {
			rows.nextToken(); // all rows are an array, and each of them is
			while (rows.nextToken() == JsonToken.START_ARRAY) {
				List<String> cells = cells(rows);
				row++;
				if (!row(row, cells)) {
					return null;
				}
			}
		}
		catch (JacksonException ex) {
			this.problems.error(this.grid.place(row + 1, 1), "CSV_SYNTAX", "这一行不是合格的 CSV", "this line is not valid CSV",
					new Bilingual("检查英文双引号是否成对；单元格里的双引号写两个",
							"check that double quotes come in pairs; a quote inside a cell is written twice"));
			return null;
		}
		return this.grid;
	}

	private static List<String> cells(JsonParser rows) {
		List<String> cells = new ArrayList<>();
		while (rows.nextToken() != JsonToken.END_ARRAY) {
			cells.add(rows.hasToken(JsonToken.VALUE_NULL) ? "" : rows.getString());
		}
		return cells;
	}

	private boolean row(int row, List<String> cells) {
		if (row > Grid.MOST_ROWS || cells.size() > Grid.MOST_COLUMNS) {
			this.problems.error(this.grid.place(row, 1), "TOO_LARGE", "表格过大", "too large a table", TableLimits.HINT);
			return false;
		}
		for (int i = 0; i < cells.size(); i++) {
			String text = cells.get(i);
			if (text.length() > Grid.MOST_CHARACTERS) {
				this.problems.error(this.grid.place(row, i + 1), "TOO_LARGE", "单元格过长", "too long a cell",
						TableLimits.HINT);
				return false;
			}
			if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
				this.problems.error(place(row, i + 1, text), "LINE_BREAK", "单元格里不能换行", "no line break inside a cell",
						new Bilingual("检查英文双引号是否成对", "check that double quotes come in pairs"));
				return false;
			}
			this.grid.put(row, i + 1, text);
		}
		return true;
	}

	private FilePlace place(int row, int column, String text) {
		return FilePlace.of(this.grid.file(), new Cell(Cell.letters(column) + row, row, column, text.strip(), null));
	}

}
