package org.huiling.applicant.identity;

import java.util.Locale;

/**
 * 统一社会信用代码 of GB 32100—2015: one character of the registering authority, one of the kind
 * of organisation, six digits of the region of registration, nine characters of the
 * organisation (GB 11714), a check character. It is public information.
 *
 * @param value 18 digits and capitals without I, O, S, V and Z
 */
public record CreditCode(String value) {

	/** The characters of the standard, each by its value; its table 2. */
	private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	private static final int LENGTH = 18;

	/** Weights are the powers of three modulo 31, as the standard's formula has it. */
	private static final int BASE = 3;

	private static final int REGION = 2;

	private static final int REGION_END = 8;

	/**
	 * A code of the right form; whether its last character is right is asked for below.
	 * @param value normalised
	 * @throws IllegalArgumentException if it has another form
	 */
	public CreditCode {
		if (!hasForm(value)) {
			throw new IllegalArgumentException("not of the form of a credit code");
		}
	}

	/**
	 * Whether a text has the form of a code.
	 * @param text normalised
	 * @return true for 18 of the standard's characters, the region all digits
	 */
	public static boolean hasForm(String text) {
		if (text.length() != LENGTH) {
			return false;
		}
		for (int i = 0; i < LENGTH; i++) {
			char one = text.charAt(i);
			boolean digit = one >= '0' && one <= '9';
			if (CHARACTERS.indexOf(one) < 0 || (i >= REGION && i < REGION_END && !digit)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The text as the standard writes it: full-width characters to ASCII, small letters
	 * to capitals, spaces, invisible characters and what guards it from a spreadsheet
	 * taken out.
	 * @param text as it was typed or exported
	 * @return not necessarily a code
	 */
	public static String normalise(String text) {
		return TypedNumber.plain(text).toUpperCase(Locale.ROOT);
	}

	/**
	 * Whether the last character follows from the others: 31 less the weighted sum of the
	 * first 17 modulo 31, where 31 counts as 0.
	 * @return false if a character is wrong somewhere
	 */
	public boolean hasRightCheckCharacter() {
		int sum = 0;
		int weight = 1;
		for (int i = 0; i < LENGTH - 1; i++) {
			sum += CHARACTERS.indexOf(this.value.charAt(i)) * weight;
			weight = weight * BASE % CHARACTERS.length();
		}
		int check = (CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length();
		return this.value.charAt(LENGTH - 1) == CHARACTERS.charAt(check);
	}

}
