package org.huiling.decision.assessment;

import java.time.DateTimeException;

import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/** Periods of a request, within years that the service can answer for. */
public final class RequestPeriods {

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2199;

	private RequestPeriods() {
	}

	/** A month, quarter or year, or null if the text is neither. */
	public static @Nullable Period period(String text) {
		try {
			Period period = Period.parse(text);
			return isAnswerable(period.firstDay().getYear()) ? period : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static boolean isAnswerable(int year) {
		return year >= FIRST_YEAR && year <= LAST_YEAR;
	}

}
