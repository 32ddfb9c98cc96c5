package org.huiling.spreadsheet;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** A cell of a CSV file. */
public final class CsvCell {

	/** With one of these at its beginning a text would be computed. */
	private static final String FORMULA = "=+-@\t\r";

	private CsvCell() {
	}

	/**
	 * Writes a value, quoted where it must be.
	 * @param value a text, a number, or anything by its text; null is an empty cell
	 * @return the cell; a text that a spreadsheet would compute begins with an apostrophe
	 */
	public static String of(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		String text = value.toString();
		if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
			text = "'" + text;
		}
		boolean quoted = text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
		return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
	}

}
