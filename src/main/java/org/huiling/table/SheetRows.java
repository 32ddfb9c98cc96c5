package org.huiling.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook, each cell as it is shown. */
final class SheetRows implements RowSource {

	private static final int MOST_ROWS = 1 << 20;

	private final Xml xml;

	private final SharedStrings strings;

	private final NumberFormats formats;

	private final MergedRows merged;

	private int number;

	private int characters;

	private final List<String> cells = new ArrayList<>();

	/** Columns that nobody sees; a sheet names them before its rows. */
	private final BitSet hidden = new BitSet();

	private final Map<Integer, TableFault> damaged = new HashMap<>();

	SheetRows(Xml xml, SharedStrings strings, NumberFormats formats, MergedRows merged) {
		this.xml = xml;
		this.strings = strings;
		this.formats = formats;
		this.merged = merged;
	}

	@Override
	public @Nullable Raw next() throws IOException {
		try {
			for (String tag = this.xml.tag(); tag != null && !tag.equals("/sheetData"); tag = this.xml.tag()) {
				if (tag.equals("col") && isTrue(this.xml.attribute("hidden"))) {
					int from = place("min") - 1;
					this.hidden.set(from, Math.max(from, place("max")));
				}
				else if (tag.equals("row")) {
					return new Raw(row(), "");
				}
			}
			return null;
		}
		catch (XMLStreamException | NumberFormatException ex) {
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
	}

	private int place(String attribute) {
		int place = Integer.parseInt(Objects.requireNonNullElse(this.xml.attribute(attribute), ""));
		if (place < 1 || place > HeadedRows.MOST_COLUMNS) {
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
		return place;
	}

	private static boolean isTrue(@Nullable String attribute) {
		return "1".equals(attribute) || "true".equals(attribute);
	}

	@Override
	public boolean isHidden(int column) {
		return this.hidden.get(column);
	}

	private TableRow row() throws IOException, XMLStreamException {
		String place = this.xml.attribute("r");
		int row = (place != null) ? Integer.parseInt(place) : this.number + 1;
		if (row <= this.number || row > MOST_ROWS) {
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
		this.number = row;
		String hidden = this.xml.attribute("hidden");
		this.cells.clear();
		this.characters = 0;
		this.damaged.clear();
		for (String tag = this.xml.tag(); tag != null && !tag.equals("/row"); tag = this.xml.tag()) {
			if (tag.equals("c")) {
				cell();
			}
		}
		if (this.characters > LineReader.LONGEST) {
			return TableRow.refused(row, "", TableFault.LINE_TOO_LONG);
		}
		String text = this.cells.stream().map(SheetRows::quoted).collect(Collectors.joining(","));
		List<String> bare = this.cells.stream().map(CellText::bare).toList();
		TableRow read = new TableRow(row, text, bare, null, Map.copyOf(this.damaged));
		if (read.isEmpty()) {
			return read;
		}
		if (isTrue(hidden)) {
			return TableRow.refused(row, text, TableFault.HIDDEN_ROW);
		}
		if (text.indexOf('\uFFFD') >= 0) {
			return TableRow.refused(row, text, TableFault.LINE_ENCODING);
		}
		this.merged.of(row, HeadedRows.MOST_COLUMNS, (column) -> this.damaged.put(column, TableFault.MERGED_ROWS));
		return new TableRow(row, text, bare, null, Map.copyOf(this.damaged));
	}

	private void cell() throws IOException, XMLStreamException {
		String place = this.xml.attribute("r");
		int column = (place != null) ? column(place.replaceAll("[0-9]+$", "")) : this.cells.size();
		if (column < this.cells.size()) {
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
		String type = Objects.requireNonNullElse(this.xml.attribute("t"), "n");
		String style = this.xml.attribute("s");
		while (this.cells.size() < column) {
			this.cells.add("");
		}
		String value = null;
		String inline = "";
		boolean formula = false;
		for (String tag = this.xml.tag(); tag != null && !tag.equals("/c"); tag = this.xml.tag()) {
			switch (tag) {
				case "f" -> formula = true;
				case "v" -> value = this.xml.text();
				case "is" -> inline = this.xml.rich("is");
				default -> {
					// what a later version added
				}
			}
		}
		boolean stored = value != null && (!value.isBlank() || "str".equals(type));
		String text = (value != null && (stored || !formula)) ? shown(value, type, style, column) : inline;
		this.characters += text.length();
		// of a row that is too long nothing is kept
		this.cells.add((this.characters > LineReader.LONGEST) ? "" : text);
		if (formula && !stored) {
			// nobody computed it since it was written; a text that came out empty is
			// stored
			this.damaged.put(column, TableFault.CELL_ERROR);
		}
	}

	private String shown(String value, String type, @Nullable String style, int column) throws IOException {
		return switch (type) {
			case "s" -> this.strings.get(Integer.parseInt(value.strip()));
			case "b" -> "1".equals(value) ? "TRUE" : "FALSE";
			case "str", "d", "inlineStr" -> value;
			case "e" -> damaged(value, column, TableFault.CELL_ERROR);
			default -> number(value.strip(), style, column);
		};
	}

	private String number(String value, @Nullable String style, int column) {
		if (value.isEmpty()) {
			return "";
		}
		String shown = this.formats.shown(value, style);
		return (shown != null) ? shown : damaged(value, column, TableFault.LOST_DIGITS);
	}

	private String damaged(String value, int column, TableFault fault) {
		this.damaged.put(column, fault);
		return value;
	}

	/** The number of a column from its letters, from 0. */
	static int column(String letters) {
		int column = 0;
		for (int i = 0; i < letters.length(); i++) {
			int letter = letters.charAt(i) - 'A' + 1;
			if (letter < 1 || letter > 26 || i > 2) {
				throw TableFault.WORKBOOK_UNREADABLE.refusal();
			}
			column = 26 * column + letter;
		}
		if (column < 1) {
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
		if (column > HeadedRows.MOST_COLUMNS) {
			throw TableFault.TOO_MANY_COLUMNS.refusal(HeadedRows.MOST_COLUMNS);
		}
		return column - 1;
	}

	private static String quoted(String cell) {
		boolean needed = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0
				|| cell.indexOf('\r') >= 0;
		return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
	}

	@Override
	public void close() {
		// the workbook is closed as a whole
	}

}
