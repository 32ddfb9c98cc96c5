package org.huiling.table;

import java.text.Normalizer;

/**
 * Texts of cells without what spreadsheets and exports put around them so that digits
 * stay digits: blanks, invisible characters, an apostrophe, {@code ="…"}.
 */
public final class CellText {

	private static final String QUOTES = "\"'\u2018\u2019\u201c\u201d*";

	private CellText() {
	}

	/**
	 * The text that was meant.
	 * @param cell as it stands in the file, without the quotes of csv
	 * @return without anything around it
	 */
	public static String bare(String cell) {
		return bare(cell, 0, cell.length());
	}

	static String bare(String text, int from, int to) {
		int begin = from;
		int end = to;
		while (begin < end && isInvisible(text.charAt(begin))) {
			begin++;
		}
		while (end > begin && isInvisible(text.charAt(end - 1))) {
			end--;
		}
		if (begin == end) {
			return "";
		}
		char first = text.charAt(begin);
		if (first == '\'') {
			boolean both = end - begin > 1 && text.charAt(end - 1) == '\'';
			return bare(text, begin + 1, both ? end - 1 : end);
		}
		if (first == '=' && end - begin > 2 && text.charAt(begin + 1) == '"' && text.charAt(end - 1) == '"') {
			return bare(text, begin + 2, end - 1);
		}
		return text.substring(begin, end);
	}

	/**
	 * The name of a column as it is compared: narrow characters, without blanks, marks of
	 * what must be filled, quotes around it and the unit yuan behind it.
	 * @param cell of a header
	 * @return the name
	 */
	public static String name(String cell) {
		StringBuilder name = new StringBuilder();
		Normalizer.normalize(cell, Normalizer.Form.NFKC)
			.codePoints()
			.filter((character) -> character > Character.MAX_VALUE || !isInvisible((char) character))
			.forEach(name::appendCodePoint);
		int begin = 0;
		int end = name.length();
		while (begin < end && QUOTES.indexOf(name.charAt(begin)) >= 0) {
			begin++;
		}
		while (end > begin && QUOTES.indexOf(name.charAt(end - 1)) >= 0) {
			end--;
		}
		String bare = name.substring(begin, end);
		return bare.endsWith("(元)") ? bare.substring(0, bare.length() - 3) : bare;
	}

	private static boolean isInvisible(char character) {
		if (character > ' ' && character < '\u007f') {
			return false;
		}
		if (character <= ' ' || character == '\u007f' || character == '\u00a0' || character == '\u3000'
				|| character == '\ufeff') {
			return true;
		}
		int type = Character.getType(character);
		return type == Character.FORMAT || type == Character.SPACE_SEPARATOR || type == Character.LINE_SEPARATOR
				|| type == Character.PARAGRAPH_SEPARATOR || type == Character.CONTROL;
	}

}
