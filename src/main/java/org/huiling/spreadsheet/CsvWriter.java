package org.huiling.spreadsheet;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Writes the cells of CSV files. */
public final class CsvWriter {

	/** With one of these at its beginning a text would be computed. */
	private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n";

	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.,]*");

	private static final Pattern LONG = Pattern.compile("[0-9]{16,}");

	private CsvWriter() {
	}

	/**
	 * Writes a value, quoted where it must be.
	 * @param value a text, a number, or anything by its text; null is an empty cell
	 * @return the cell; a text that a spreadsheet would compute begins with an apostrophe
	 */
	public static String cell(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		String text = value.toString();
		if (isComputed(text)) {
			text = "'" + text;
		}
		boolean quoted = text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
		return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
	}

	/**
	 * A row that somebody else wrote, given back as it was but for what a spreadsheet
	 * would compute, or of which it would keep the first fifteen digits only: that begins
	 * with an apostrophe. Other numbers stay as they are.
	 * @param row cells with commas between them, without the end of its line
	 * @return the row
	 */
	public static String row(String row) {
		StringBuilder harmless = new StringBuilder(row.length());
		int begin = 0;
		boolean quoted = false;
		for (int i = 0; i <= row.length(); i++) {
			if (i == row.length() || (!quoted && row.charAt(i) == ',')) {
				harmless.append(harmless(row.substring(begin, i))).append((i < row.length()) ? "," : "");
				begin = i + 1;
			}
			else if (row.charAt(i) == '"') {
				quoted = !quoted;
			}
		}
		return harmless.toString();
	}

	private static String harmless(String cell) {
		String quote = cell.startsWith("\"") ? "\"" : "";
		String text = cell.substring(quote.length());
		boolean number = NUMBER.matcher(quote.isEmpty() ? text : text.replace("\"", "")).matches();
		boolean cut = LONG.matcher(quote.isEmpty() ? text : text.replace("\"", "")).matches();
		return ((isComputed(text) && !number) || cut) ? quote + "'" + text : cell;
	}

	private static boolean isComputed(String text) {
		return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
	}

}
