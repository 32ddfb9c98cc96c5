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
		if (!text.matches(MONTH)) {
			fields.refuse(field, RosterFault.INVALID_MONTH);
			return null;
		}
		return YearMonth.parse(text);
	}

}
