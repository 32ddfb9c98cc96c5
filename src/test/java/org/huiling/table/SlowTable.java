package org.huiling.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a text as a table in the plainest way, character by character, all of it in
 * memory; the header is told. What {@link TableFile} must come to.
 */
final class SlowTable {

	private final String text;

	private final List<int[]> lines = new ArrayList<>();

	SlowTable(String text) {
		this.text = text;
		int begin = 0;
		for (int i = 0; i < text.length(); i++) {
			char here = text.charAt(i);
			boolean both = here == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
			if (here == '\n' || here == '\r') {
				this.lines.add(new int[] { begin, i, both ? i + 2 : i + 1 });
				i += both ? 1 : 0;
				begin = i + 1;
			}
		}
		if (begin < text.length()) {
			this.lines.add(new int[] { begin, text.length(), text.length() });
		}
	}

	private record Read(int line, List<String> cells, String fault, String end) {
	}

	/** The rows after the header, which stands on a line from 1. */
	List<String> rows(int header) {
		List<Read> all = new ArrayList<>();
		for (int line = header - 1; line < this.lines.size();) {
			line = row(line, all);
		}
		int width = all.get(0).cells().size();
		String usual = all.get(0).end();
		List<String> rows = new ArrayList<>();
		for (int i = 1; i < all.size(); i++) {
			Read read = all.get(i);
			if (read.fault().isEmpty() && read.cells().stream().allMatch(String::isEmpty)) {
				continue;
			}
			String fault = read.fault();
			boolean odd = odd(read, usual);
			boolean shortRow = read.cells().size() < width;
			if (fault.isEmpty() && (shortRow ? odd || odd(all.get(i - 1), usual)
					: odd && i + 1 < all.size() && isPiece(all.get(i + 1), width))) {
				fault = "TORN_ROW";
			}
			if (fault.isEmpty() && !shortRow
					&& read.cells().subList(width, read.cells().size()).stream().anyMatch((cell) -> !cell.isEmpty())) {
				fault = "SURPLUS_CELLS";
			}
			rows.add(read.line() + " " + (fault.isEmpty() ? read.cells().toString() : fault));
		}
		return rows;
	}

	private static boolean odd(Read read, String usual) {
		return !read.end().isEmpty() && !read.end().equals(usual);
	}

	private static boolean isPiece(Read read, int width) {
		return read.fault().isEmpty() && read.cells().size() < width
				&& !read.cells().stream().allMatch(String::isEmpty);
	}

	/** Reads the row that begins on a line; returns the line after it. */
	private int row(int first, List<Read> into) {
		for (int last = first; last < Math.min(this.lines.size(), first + 51); last++) {
			String text = this.text.substring(this.lines.get(first)[0], this.lines.get(last)[1]);
			List<String> cells = new ArrayList<>();
			int end = cells(text, cells);
			if (end == text.length()) {
				into.add(new Read(first + 1, cells, text.matches("(?s).*[\0\uFFFD].*") ? "LINE_ENCODING" : "",
						end(last)));
				return last + 1;
			}
			if (end >= 0) {
				break;
			}
		}
		into.add(new Read(first + 1, List.of(), "MALFORMED_ROW", end(first)));
		return first + 1;
	}

	private String end(int line) {
		return this.text.substring(this.lines.get(line)[1], this.lines.get(line)[2]);
	}

	/** Where reading ended: -1 within quotes, the length if all of it is well. */
	private static int cells(String text, List<String> cells) {
		int at = 0;
		while (true) {
			StringBuilder cell = new StringBuilder();
			int i = at;
			while (i < text.length() && " \t".indexOf(text.charAt(i)) >= 0) {
				i++;
			}
			if (i < text.length() && text.charAt(i) == '"') {
				i++;
				while (i < text.length() && (text.charAt(i) != '"' || text.startsWith("\"\"", i))) {
					i += (text.charAt(i) == '"') ? 1 : 0;
					cell.append(text.charAt(i++));
				}
				if (i == text.length()) {
					return -1;
				}
				i++;
				while (i < text.length() && " \t".indexOf(text.charAt(i)) >= 0) {
					i++;
				}
			}
			else {
				i = at;
				while (i < text.length() && text.charAt(i) != ',') {
					cell.append(text.charAt(i++));
				}
			}
			cells.add(CellText.bare(cell.toString()));
			if (i == text.length() || text.charAt(i) != ',') {
				return i;
			}
			at = i + 1;
		}
	}

}
