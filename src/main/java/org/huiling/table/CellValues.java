package org.huiling.table;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Days and amounts as databases, spreadsheets and people write them. What could mean
 * something else is not read.
 */
public final class CellValues {

	private static final Pattern DAY = Pattern
		.compile("(\\d{4})(?:[-/.年](?=\\d{1,2}[-/.月])|(?=\\d{4}(?!\\d)))(\\d{1,2})(?:[-/.月]|(?=\\d{2}(?!\\d)))"
				+ "(\\d{1,2})[日号]?(?:[ T]+0{1,2}:00(?::00(?:\\.0{1,9})?)?)?");

	private static final Pattern YUAN = Pattern.compile("^[￥¥]\\s*|\\s*元$");

	private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

	private static final Pattern PLAIN = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

	private static final int ISO_LENGTH = 10;

	private static final int FEW_DIGITS = 12;

	private CellValues() {
	}

	/**
	 * A day: {@code 1933-02-15}, {@code 1933/2/15 0:00}, {@code 1933年2月15号},
	 * {@code 19330215}. Midnight belongs to its day; any other time is no day.
	 * @param cell not empty
	 * @return {@code 1933-02-15}, or the cell itself if it is none; whether there is such
	 * a day is not asked
	 */
	public static String day(String cell) {
		if (isIso(cell)) {
			return cell;
		}
		Matcher day = DAY.matcher(narrow(cell));
		return day.matches()
				? "%s-%02d-%02d".formatted(day.group(1), Integer.valueOf(day.group(2)), Integer.valueOf(day.group(3)))
				: cell;
	}

	/**
	 * An amount: {@code 1200}, {@code 1,200.00}, {@code ￥1200} or {@code 1200元}.
	 * @param cell not empty
	 * @return null if it is none
	 */
	public static @Nullable BigDecimal amount(String cell) {
		if (isPlain(cell)) {
			return new BigDecimal(cell);
		}
		String number = YUAN.matcher(narrow(cell)).replaceAll("");
		if (GROUPED.matcher(number).matches()) {
			number = number.replace(",", "");
		}
		return PLAIN.matcher(number).matches() ? new BigDecimal(number) : null;
	}

	/** {@code 1933-02-15}, as nearly all are. */
	private static boolean isIso(String cell) {
		return cell.length() == ISO_LENGTH && cell.charAt(4) == '-' && cell.charAt(7) == '-'
				&& cell.chars().allMatch((character) -> character <= '9');
	}

	/** Digits with at most one point between them, as nearly all are. */
	private static boolean isPlain(String cell) {
		int point = cell.indexOf('.');
		if (cell.length() > FEW_DIGITS || point == 0 || point == cell.length() - 1) {
			return false;
		}
		for (int i = 0; i < cell.length(); i++) {
			if (i != point && (cell.charAt(i) < '0' || cell.charAt(i) > '9')) {
				return false;
			}
		}
		return true;
	}

	/** Full-width characters to ASCII, but for the yuan sign's two forms. */
	private static String narrow(String cell) {
		StringBuilder narrow = new StringBuilder(cell);
		for (int i = 0; i < narrow.length(); i++) {
			char character = narrow.charAt(i);
			if (character >= '！' && character <= '～') {
				narrow.setCharAt(i, (char) (character - '！' + '!'));
			}
		}
		return narrow.toString();
	}

}
