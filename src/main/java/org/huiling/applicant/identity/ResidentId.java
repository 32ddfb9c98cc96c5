package org.huiling.applicant.identity;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.huiling.facts.Code;
import org.huiling.facts.Sex;
import org.jspecify.annotations.Nullable;

/**
 * 居民身份证号码 of GB 11643—1999: six digits of the region where it was first issued, eight of
 * the birth date, three of a sequence (odd for a male), a check digit.
 *
 * @param value 17 digits and a digit or X
 */
public record ResidentId(String value) {

	/** Weights and check digits of ISO 7064, MOD 11-2, as GB 11643 lists them. */
	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String CHECK_DIGITS = "10X98765432";

	private static final int FIRST_YEAR = 1850;

	/**
	 * An id of the right form; whether its digits are right is asked for below.
	 * @param value normalised
	 * @throws IllegalArgumentException if it has another form
	 */
	public ResidentId {
		if (!hasForm(value)) {
			throw new IllegalArgumentException("not of the form of a resident id");
		}
	}

	/**
	 * Whether a text has the form of an id.
	 * @param text normalised
	 * @return true for 17 digits and a digit or X
	 */
	public static boolean hasForm(String text) {
		if (text.length() != WEIGHTS.length + 1) {
			return false;
		}
		for (int i = 0; i < WEIGHTS.length; i++) {
			if (!TypedNumber.isDigit(text.charAt(i))) {
				return false;
			}
		}
		char last = text.charAt(WEIGHTS.length);
		return last == 'X' || TypedNumber.isDigit(last);
	}

	/**
	 * The text as the standard writes it: full-width characters to ASCII, x to X, spaces,
	 * invisible characters and what guards it from a spreadsheet taken out.
	 * @param text as it was typed or exported
	 * @return not necessarily an id
	 */
	public static String normalise(String text) {
		return TypedNumber.plain(text).replace('x', 'X');
	}

	/**
	 * Whether the last place follows from the others.
	 * @return false if a digit is wrong somewhere
	 */
	public boolean hasRightCheckDigit() {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += WEIGHTS[i] * (this.value.charAt(i) - '0');
		}
		return this.value.charAt(WEIGHTS.length) == CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
	}

	/**
	 * The birth date it holds.
	 * @return null if no calendar has that day, or nobody on file was born in that year
	 */
	public @Nullable LocalDate birthDate() {
		int year = Integer.parseInt(this.value, 6, 10, 10);
		try {
			return (year < FIRST_YEAR) ? null : LocalDate.of(year, Integer.parseInt(this.value, 10, 12, 10),
					Integer.parseInt(this.value, 12, 14, 10));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * The sex it holds.
	 * @return male for an odd 17th digit
	 */
	public Code sex() {
		return ((this.value.charAt(16) - '0') % 2 == 1) ? Sex.MALE : Sex.FEMALE;
	}

	/**
	 * The region where it was first issued; says nothing about the hukou today.
	 * @return six digits
	 */
	public String region() {
		return this.value.substring(0, 6);
	}

	/**
	 * Fit to be shown: without the birth date, and without what, beside a birth date,
	 * would give the whole id away.
	 * @return such as {@code 379901************}
	 */
	public String masked() {
		return region() + "*".repeat(12);
	}

	/** Masked, so that no log holds an id by accident. */
	@Override
	public String toString() {
		return masked();
	}

}
