package org.huiling.applicant.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * 档案编号: the number of a person's file, such as {@code M6XM7PXM}. It is ours, follows from
 * nothing about the person, and never changes. Its eight characters are digits and
 * consonants that are not taken for one another; a spreadsheet takes them for no date and
 * no power of ten. The last is a check character: one wrong character, and any two that
 * changed places, are noticed.
 *
 * @param count which file it is, counted by the database
 */
public record FileNumber(long count) {

	/** 23 characters: a prime, so that the weighted sum below notices every slip. */
	private static final String CHARACTERS = "23456789CDFHJKMNPRTVWXY";

	private static final int BASE = CHARACTERS.length();

	private static final int LENGTH = 8;

	/**
	 * How many characters follow it, after a hyphen, in the number of something of the
	 * person's, such as a decision.
	 */
	public static final int TAIL = 6;

	/** How many there can be: 23 to the seventh. */
	private static final long MOST = 3_404_825_447L;

	/** Files begun one after the other get numbers far apart; without a common factor. */
	private static final long STRIDE = 2_104_297_851L;

	/** What undoes the stride: their product leaves 1. */
	private static final long BACK = 2_370_201_462L;

	private static final Pattern MEANT = Pattern
		.compile("[0-9A-Z]*[0-9][0-9A-Z]*|[" + CHARACTERS + "]{8}(?:[" + CHARACTERS + "]{" + TAIL + "})?");

	private static final Pattern CONTINUED = Pattern.compile("[" + CHARACTERS + "]{" + (LENGTH + TAIL) + "}");

	/**
	 * The number of a file.
	 * @throws IllegalArgumentException if there can be no such file
	 */
	public FileNumber {
		if (count < 0 || count >= MOST) {
			throw new IllegalArgumentException("no file is counted " + count);
		}
	}

	/**
	 * Whether somebody who looks for a text means a number: it has digits and letters
	 * only.
	 * @param text as it was typed
	 * @return false for a name
	 */
	public static boolean isMeant(String text) {
		return MEANT.matcher(plain(text)).matches();
	}

	/**
	 * Reads a number from what somebody looks for: a file's, or one that goes on, such as
	 * a decision's.
	 * @param text as it was typed
	 * @return the number of the file
	 * @throws Misread if it is none
	 */
	public static FileNumber readBeginning(String text) {
		String plain = plain(text);
		return read(CONTINUED.matcher(plain).matches() ? plain.substring(0, LENGTH) : plain);
	}

	/**
	 * Reads a number; lower case, spaces and hyphens are no matter.
	 * @param text as it was typed
	 * @return the number
	 * @throws Misread if it is none
	 */
	public static FileNumber read(String text) {
		String plain = plain(text);
		if (plain.length() != LENGTH) {
			throw new Misread("FILE_NUMBER_FORM");
		}
		long scattered = 0;
		int sum = 0;
		for (int i = 0; i < LENGTH; i++) {
			int value = CHARACTERS.indexOf(plain.charAt(i));
			if (value < 0) {
				throw new Misread("FILE_NUMBER_FORM");
			}
			sum += (LENGTH - i) * value;
			scattered = (i < LENGTH - 1) ? scattered * BASE + value : scattered;
		}
		if (sum % BASE != 0) {
			throw new Misread("FILE_NUMBER_CHECK");
		}
		return new FileNumber(scattered * BACK % MOST);
	}

	/** The number as it is shown. */
	@Override
	public String toString() {
		char[] shown = new char[LENGTH];
		long scattered = this.count * STRIDE % MOST;
		int sum = 0;
		for (int i = LENGTH - 2; i >= 0; i--) {
			int value = (int) (scattered % BASE);
			shown[i] = CHARACTERS.charAt(value);
			sum += (LENGTH - i) * value;
			scattered /= BASE;
		}
		shown[LENGTH - 1] = CHARACTERS.charAt(Math.floorMod(-sum, BASE));
		return new String(shown);
	}

	/**
	 * A number in the characters of file numbers.
	 * @param value from 0
	 * @param length how many characters
	 * @return its last digits to the base 23
	 */
	public static String characters(long value, int length) {
		char[] shown = new char[length];
		long rest = value;
		for (int i = length - 1; i >= 0; i--) {
			shown[i] = CHARACTERS.charAt((int) (rest % BASE));
			rest /= BASE;
		}
		return new String(shown);
	}

	private static String plain(String text) {
		return ResidentId.normalise(text).replaceAll("[-‐‑–—]", "").toUpperCase(Locale.ROOT);
	}

	/** A text that is no file number. */
	public static final class Misread extends IllegalArgumentException {

		private static final long serialVersionUID = 1L;

		private final String code;

		Misread(String code) {
			super(code);
			this.code = code;
		}

		/**
		 * What is wrong.
		 * @return {@code FILE_NUMBER_FORM} or {@code FILE_NUMBER_CHECK}
		 */
		public String code() {
			return this.code;
		}

	}

}
