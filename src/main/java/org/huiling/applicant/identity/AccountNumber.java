package org.huiling.applicant.identity;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * 银行账号: digits of a card (13 to 19, ISO/IEC 7812) or of a passbook. Nothing is published
 * that bounds the latter for all banks: 8 to 32 digits are the model district's own
 * assumption.
 */
public final class AccountNumber {

	public static final int SHORTEST = 8;

	public static final int LONGEST = 32;

	private static final Pattern HYPHENS = Pattern.compile("[-‐‑‒–—―−]");

	private static final Pattern DIGITS = Pattern.compile("[0-9]+");

	/** Cards of Chinese banks whose last digit is a check digit. */
	private static final Pattern CARD = Pattern.compile("62([0-9]{14}|[0-9]{17})");

	private static final int DIGITS_KEPT = 15;

	private AccountNumber() {
	}

	/**
	 * The number as it is compared and kept, however it was typed.
	 * @param text as it was typed or exported
	 * @return not necessarily an account
	 */
	public static String normalise(String text) {
		return HYPHENS.matcher(TypedNumber.plain(text)).replaceAll("");
	}

	/**
	 * Whether a bank can be told a number.
	 * @param normal normalised
	 * @return false if it has other characters than digits, too few or too many
	 */
	public static boolean isUsable(String normal) {
		return fault(normal) == null;
	}

	/**
	 * A number on file as it is compared: older records keep what was typed.
	 * @param text as it is on file
	 * @return normalised if that makes it usable, else as it is
	 */
	public static String onFile(String text) {
		String normal = normalise(text);
		return isUsable(normal) ? normal : text;
	}

	public static @Nullable RecordFault fault(String normal) {
		if (normal.indexOf('*') >= 0) {
			return RecordFault.ACCOUNT_MASKED;
		}
		if (TypedNumber.isAmount(normal)) {
			return RecordFault.ACCOUNT_DAMAGED;
		}
		if (!DIGITS.matcher(normal).matches()) {
			return RecordFault.ACCOUNT_FORM;
		}
		return (normal.length() < SHORTEST || normal.length() > LONGEST) ? RecordFault.ACCOUNT_LENGTH : null;
	}

	/**
	 * Whether it is a card's number and the check digit does not follow from the others.
	 */
	public static boolean hasWrongCheckDigit(String normal) {
		return CARD.matcher(normal).matches() && sum(normal) % 10 != 0;
	}

	/** Whether a spreadsheet may have kept the first 15 digits only. */
	public static boolean isCutByASpreadsheet(String normal) {
		return normal.length() > DIGITS_KEPT + 1
				&& normal.substring(DIGITS_KEPT).chars().allMatch((digit) -> digit == '0');
	}

	/** ISO/IEC 7812-1, annex B. */
	private static int sum(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int doubled = (i % 2 == 1) ? 2 * digit : digit;
			sum += (doubled > 9) ? doubled - 9 : doubled;
		}
		return sum;
	}

}
