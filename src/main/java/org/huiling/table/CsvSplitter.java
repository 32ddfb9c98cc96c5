package org.huiling.table;

import java.util.ArrayList;
import java.util.List;

/** Splits a row of csv into its cells. */
final class CsvSplitter {

	private final List<String> cells = new ArrayList<>();

	private boolean open;

	private boolean malformed;

	private CsvSplitter() {
	}

	/** The cells of a text that begins a row. */
	static CsvSplitter of(String text) {
		CsvSplitter split = new CsvSplitter();
		if (text.indexOf('"') < 0) {
			split.plain(text);
		}
		else {
			split.quoted(text);
		}
		return split;
	}

	List<String> cells() {
		return this.cells;
	}

	/** Whether the text ends within a quoted cell. */
	boolean isOpen() {
		return this.open;
	}

	/** Whether something follows the quote that ends a cell. */
	boolean isMalformed() {
		return this.malformed;
	}

	private void plain(String text) {
		int from = 0;
		for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
			this.cells.add(CellText.bare(text, from, comma));
			from = comma + 1;
		}
		this.cells.add(CellText.bare(text, from, text.length()));
	}

	private void quoted(String text) {
		int at = 0;
		while (at >= 0 && !this.open && !this.malformed) {
			int begin = at;
			while (begin < text.length() && isBlank(text.charAt(begin))) {
				begin++;
			}
			at = (begin < text.length() && text.charAt(begin) == '"') ? quotedCell(text, begin + 1)
					: plainCell(text, at);
		}
	}

	/** Where the next cell begins, -1 at the end. */
	private int plainCell(String text, int from) {
		int comma = text.indexOf(',', from);
		this.cells.add(CellText.bare(text, from, (comma >= 0) ? comma : text.length()));
		return (comma >= 0) ? comma + 1 : -1;
	}

	private int quotedCell(String text, int from) {
		StringBuilder cell = new StringBuilder();
		int begin = from;
		int quote = text.indexOf('"', begin);
		while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
			cell.append(text, begin, quote + 1);
			begin = quote + 2;
			quote = text.indexOf('"', begin);
		}
		if (quote < 0) {
			this.open = true;
			return -1;
		}
		cell.append(text, begin, quote);
		this.cells.add(CellText.bare(cell.toString(), 0, cell.length()));
		int after = quote + 1;
		while (after < text.length() && isBlank(text.charAt(after))) {
			after++;
		}
		this.malformed = after < text.length() && text.charAt(after) != ',';
		return (after < text.length()) ? after + 1 : -1;
	}

	private static boolean isBlank(char character) {
		return character == ' ' || character == '\t';
	}

}
