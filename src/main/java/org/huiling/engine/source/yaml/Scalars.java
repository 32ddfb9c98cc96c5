package org.huiling.engine.source.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Dates and numbers as the files of a version write them, and in no other way. */
public final class Scalars {

	private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,8}");

	private static final Pattern YUAN = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

	private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

	private Scalars() {
	}

	/**
	 * A day.
	 * @param text as it is written, with a year of four digits
	 * @return the day, or null if the text is none
	 */
	public static @Nullable LocalDate date(String text) {
		if (!DATE.matcher(text).matches()) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException noSuchDay) {
			return null;
		}
	}

	/** The day, or null if the text is none or nobody speaks of that year. */
	public static @Nullable LocalDate date(String text, int firstYear, int lastYear) {
		LocalDate date = date(text);
		return (date != null && date.getYear() >= firstYear && date.getYear() <= lastYear) ? date : null;
	}

	/** The whole number, or null if the text is none. */
	public static @Nullable Integer whole(String text) {
		return WHOLE.matcher(text).matches() ? Integer.valueOf(text) : null;
	}

	/**
	 * The amount of yuan with two decimals, or null if the text is none, or below zero,
	 * or has mills.
	 */
	public static @Nullable BigDecimal yuan(String text) {
		return YUAN.matcher(text).matches() ? new BigDecimal(text).setScale(2) : null;
	}

	/** The exact number, or null if the text is none or has more decimals. */
	public static @Nullable BigDecimal decimal(String text, int decimals) {
		if (!DECIMAL.matcher(text).matches()) {
			return null;
		}
		BigDecimal number = new BigDecimal(text);
		return (number.scale() <= decimals) ? number.setScale(decimals) : null;
	}

}
