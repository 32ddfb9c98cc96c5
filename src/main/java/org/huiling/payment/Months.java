package org.huiling.payment;

import java.time.YearMonth;

import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/** Months as they are written in requests. */
final class Months {

	private static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";

	private Months() {
	}

	/** A month that must be there; null if it is absent or none, which is noted. */
	static @Nullable YearMonth required(JsonFields fields, String field) {
		String text = fields.required(field, fields::string);
		if (text == null) {
			return null;
		}
		YearMonth month = read(text);
		if (month == null) {
			fields.refuse(field, RosterFault.INVALID_MONTH);
		}
		return month;
	}

	/** A month; null if the text is none. */
	static @Nullable YearMonth read(String text) {
		return text.matches(MONTH) ? YearMonth.parse(text) : null;
	}

}
