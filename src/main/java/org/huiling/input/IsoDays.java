package org.huiling.input;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/** Days written {@code YYYY-MM-DD} and in no other way; months and instants likewise. */
public final class IsoDays {

	private static final int LENGTH = 10;

	/** Nothing was recorded before, and nobody asks for what comes after. */
	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2199;

	private IsoDays() {
	}

	/**
	 * The day.
	 * @param text of any content
	 * @return null if the text is not one; 1933-02-29 is none
	 */
	public static @Nullable LocalDate parse(String text) {
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

	/**
	 * The month.
	 * @param text as it was sent
	 * @return null if the text is not one written {@code YYYY-MM}, or far away
	 */
	public static @Nullable YearMonth month(String text) {
		LocalDate first = (text.length() == LENGTH - 3) ? parse(text + "-01") : null;
		return (first != null && isNear(first.getYear())) ? YearMonth.from(first) : null;
	}

	/** The instant, or null if the text is none with its offset, or far away. */
	static @Nullable Instant instant(String text) {
		try {
			OffsetDateTime moment = OffsetDateTime.parse(text);
			return isNear(moment.getYear()) ? moment.toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static boolean isNear(int year) {
		return year >= FIRST_YEAR && year <= LAST_YEAR;
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
