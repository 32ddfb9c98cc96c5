package org.huiling.applicant.register.recording;

import java.time.LocalDate;
import java.util.List;

import org.huiling.applicant.reading.RecordWarning;
import org.jspecify.annotations.Nullable;

/** The day from which a record holds: any day is one, some were hardly meant. */
public final class ValidFrom {

	private static final String FIELD = "validFrom";

	private ValidFrom() {
	}

	/**
	 * What is odd about such a day.
	 * @param from the day
	 * @param birth of the person; null if it is not known
	 * @param today the day it is in Asia/Shanghai
	 * @return warnings, mostly none
	 */
	public static List<RecordWarning> doubts(LocalDate from, @Nullable LocalDate birth, LocalDate today) {
		if (birth != null && from.isBefore(birth)) {
			return List.of(new RecordWarning("VALID_BEFORE_BIRTH", FIELD, List.of(birth.toString())));
		}
		return from.isAfter(today.plusYears(1))
				? List.of(new RecordWarning("VALID_FAR_AHEAD", FIELD, List.of(from.toString()))) : List.of();
	}

}
