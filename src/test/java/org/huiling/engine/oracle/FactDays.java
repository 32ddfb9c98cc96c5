package org.huiling.engine.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** On which day a record is read, as the manual has it. */
final class FactDays {

	/** Where the applications stand. */
	static final String APPLICATIONS = "applications";

	/** The program of the trials, and one that is not asked about. */
	private static final List<String> PROGRAMS = List.of("old-age-allowance", "old-age-allowance", "living-subsidy");

	/** What a header may say. */
	enum Said {

		FIRST_DAY, LAST_DAY, APPLICATION_DAY, EVENT_DAY

	}

	private FactDays() {
	}

	/** Some applications, perhaps none, on either side of the months asked about. */
	static List<Map<String, Object>> applications(Chance chance) {
		List<Map<String, Object>> applications = new ArrayList<>();
		for (int i = chance.below(4); i > 0; i--) {
			Map<String, Object> application = new LinkedHashMap<>();
			application.put("program", chance.any(PROGRAMS));
			application.put("date", LocalDate.of(2013, 1 + chance.below(7), chance.of(1, 14, 15, 28)));
			applications.add(application);
		}
		return applications;
	}

	/**
	 * The day for a month: of applications the last one up to its end, else the first one
	 * after it, else the first day.
	 */
	static LocalDate of(Said said, Person person, LocalDate month) {
		LocalDate end = month.plusMonths(1).minusDays(1);
		return switch (said) {
			case FIRST_DAY, EVENT_DAY -> month;
			case LAST_DAY -> end;
			case APPLICATION_DAY -> days(person).filter((day) -> !day.isAfter(end))
				.max(Comparator.naturalOrder())
				.or(() -> days(person).min(Comparator.naturalOrder()))
				.orElse(month);
		};
	}

	private static Stream<LocalDate> days(Person person) {
		return person.items(APPLICATIONS)
			.stream()
			.filter((one) -> PROGRAMS.get(0).equals(one.get("program")))
			.map((one) -> (LocalDate) one.get("date"));
	}

}
