package org.huiling.input;

import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/** Days written {@code YYYY-MM-DD} and in no other way. */
final class Days {

	private static final int LENGTH = 10;

	private Days() {
	}

	/** The day, or null if the text is not one; 1933-02-29 is none. */
	static @Nullable LocalDate parse(String text) {
		if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
			return null;
		}
		int year = number(text, 0, 4);
		int month = number(text, 5, 7);
		int day = number(text, 8, 10);
		if (year < 0 || month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
			return null;
		}
		return LocalDate.of(year, month, day);
	}

	private static int number(String text, int from, int to) {
		int number = 0;
		for (int i = from; i < to; i++) {
			char digit = text.charAt(i);
			if (digit < '0' || digit > '9') {
				return -1;
			}
			number = number * 10 + digit - '0';
		}
		return number;
	}

}
