package org.huiling.peoplelist;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.Explain;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * What everybody on a list is asked about.
 *
 * @param periods at least one; several are months, one after the other
 * @param programs ids; null for all
 * @param explain how much to explain
 */
public record AssessOrder(List<Period> periods, @Nullable List<String> programs, Explain explain) {

	public AssessOrder {
		periods = List.copyOf(periods);
		programs = (programs != null) ? List.copyOf(programs) : null;
	}

	/** Every month from one to another, none if that is before it. */
	public static List<Period> months(Period from, Period to) {
		List<Period> months = new ArrayList<>();
		for (Period month = from; month.compareTo(to) <= 0; month = month.next()) {
			months.add(month);
		}
		return months;
	}

}
