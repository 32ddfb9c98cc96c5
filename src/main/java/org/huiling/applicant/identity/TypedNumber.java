package org.huiling.applicant.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of ids and accounts as people and programs write them: guarded by an
 * apostrophe, a tab or {@code ="…"} against a spreadsheet, in full-width characters, with
 * blanks and invisible characters between the digits.
 */
public final class TypedNumber {

	/** How a spreadsheet writes what it takes for an amount: digits are lost. */
	private static final Pattern AMOUNT = Pattern.compile("[0-9]+\\.[0-9]*|[0-9]+(\\.[0-9]*)?[eE]\\+?[0-9]+");

	private static final Pattern GUARDED = Pattern.compile("['‘’`]*(?:=?[\"“”](.*)[\"“”]|(.*))");

	private TypedNumber() {
	}

	/** What is left of a text without its guards, blanks and invisible characters. */
	static String plain(String text) {
		if (isDigits(text)) {
			return text;
		}
		StringBuilder plain = new StringBuilder(text.length());
		text.codePoints()
			.filter((character) -> !isNothing(character))
			.map(TypedNumber::narrow)
			.forEach(plain::appendCodePoint);
		Matcher guarded = GUARDED.matcher(plain);
		if (!guarded.matches()) {
			return plain.toString();
		}
		return (guarded.group(1) != null) ? guarded.group(1) : guarded.group(2);
	}

	/** Whether a spreadsheet has made an amount of the number. */
	public static boolean isAmount(String plain) {
		return AMOUNT.matcher(plain).matches();
	}

	private static boolean isDigits(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (!isDigit(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static boolean isNothing(int character) {
		return Character.isSpaceChar(character) || Character.isWhitespace(character)
				|| Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
	}

	private static int narrow(int character) {
		return (character >= '！' && character <= '～') ? character - '！' + '!' : character;
	}

}
