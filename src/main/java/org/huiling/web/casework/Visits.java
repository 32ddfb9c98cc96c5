package org.huiling.web.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.huiling.applicant.answer.PersonAccess.Look;
import org.huiling.web.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Looks of one account shortly one after another, as one: opening a person's page alone
 * is four events of the trail.
 */
final class Visits {

	/** Details that tell how somebody looked. */
	static final Set<String> TELLING = Set.of("by", "revealed", "format", "told");

	private static final Duration SHORTLY = Duration.ofMinutes(5);

	private Visits() {
	}

	/**
	 * What one account saw at a time.
	 *
	 * @param from when it began
	 * @param to when it ended; null if that is the same minute
	 * @param by the account
	 * @param name how it is called
	 * @param roles that it had
	 * @param ways in which it saw the person, with how often
	 */
	record Visit(String from, @Nullable String to, String by, String name, List<String> roles, Map<Way, Long> ways) {
	}

	/**
	 * In which way.
	 *
	 * @param text what was done
	 * @param details how, in words
	 * @param others how many people were shown beside this one; null if nobody, or a
	 * whole file
	 * @param reason what was given as reason, null if nothing
	 */
	record Way(String text, List<String> details, @Nullable Integer others, @Nullable String reason) {
	}

	/**
	 * Puts looks together.
	 * @param looks the newest first
	 * @param dates for the times
	 * @param details of a look, in words
	 * @return the newest first
	 */
	static List<Visit> of(List<Look> looks, Dates dates, Function<Look, List<String>> details) {
		List<Visit> visits = new ArrayList<>();
		List<Look> together = new ArrayList<>();
		for (Look look : looks) {
			if (!together.isEmpty() && !isOneVisit(together.get(together.size() - 1), look)) {
				visits.add(visit(together, dates, details));
				together.clear();
			}
			together.add(look);
		}
		if (!together.isEmpty()) {
			visits.add(visit(together, dates, details));
		}
		return visits;
	}

	private static boolean isOneVisit(Look later, Look earlier) {
		return later.by().equals(earlier.by()) && later.as().equals(earlier.as())
				&& Duration.between(earlier.at(), later.at()).compareTo(SHORTLY) <= 0;
	}

	private static Visit visit(List<Look> looks, Dates dates, Function<Look, List<String>> details) {
		Look last = looks.get(0);
		Instant first = looks.get(looks.size() - 1).at();
		String from = dates.minute(first);
		Map<Way, Long> ways = looks.stream()
			.map((look) -> new Way(look.way(), details.apply(look), others(look), look.reason()))
			.collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
		return new Visit(from, until(from, dates.minute(last.at())), last.by(), last.name(), last.as(), ways);
	}

	private static @Nullable Integer others(Look look) {
		Integer among = look.among();
		return (among != null && among > 1) ? among - 1 : null;
	}

	/** The time alone where it is the same day. */
	private static @Nullable String until(String from, String to) {
		String day = from.substring(0, from.indexOf(' ') + 1);
		return to.equals(from) ? null : to.startsWith(day) ? to.substring(day.length()) : to;
	}

}
