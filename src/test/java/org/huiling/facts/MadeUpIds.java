package org.huiling.facts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Resident ids of nobody: 3799 is assigned to no prefecture. The check digit is worked
 * out by the recursion of ISO 7064, not by the table that the service uses.
 */
public final class MadeUpIds {

	private static final String REGION = "379901";

	private MadeUpIds() {
	}

	/**
	 * An id with the right check digit.
	 * @param birth the birth date
	 * @param sequence 1 to 999; odd for a male
	 * @return 18 characters
	 */
	public static String of(LocalDate birth, int sequence) {
		return checked(REGION + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence));
	}

	/**
	 * Adds the check digit.
	 * @param digits 17 digits
	 * @return 18 characters
	 */
	public static String checked(String digits) {
		int product = 0;
		for (int i = 0; i < digits.length(); i++) {
			product = (product + digits.charAt(i) - '0') * 2 % 11;
		}
		int check = (12 - product) % 11;
		return digits + ((check < 10) ? String.valueOf(check) : "X");
	}

}
