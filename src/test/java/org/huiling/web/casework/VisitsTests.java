package org.huiling.web.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.huiling.applicant.answer.PersonAccess.Look;
import org.huiling.facts.CivilTime;
import org.huiling.web.Dates;
import org.huiling.web.TestDates;
import org.huiling.web.casework.Visits.Visit;
import org.huiling.web.casework.Visits.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands together where somebody is told who looked. */
class VisitsTests {

	/** Half past three in the afternoon in Shanghai. */
	private static final Instant LAST = Instant.parse("2026-11-28T07:30:40Z");

	private static final Dates DATES = TestDates.of(Clock.fixed(LAST, CivilTime.ZONE));

	@Test
	void looksOfOneAccountWithinMinutesAreOneVisitAndEqualOnesAreCounted() {
		List<Visit> visits = visits(look("wang", "File read", 0), look("wang", "Decisions read", 10),
				look("wang", "File read", 200));
		assertThat(visits).hasSize(1);
		assertThat(visits.get(0).from() + " " + visits.get(0).to()).isEqualTo("2026-11-28 15:27 15:30");
		assertThat(visits.get(0).ways().keySet()).extracting(Way::text).containsExactly("File read", "Decisions read");
		assertThat(visits.get(0).ways().values()).containsExactly(2L, 1L);
	}

	@Test
	void anotherAccountAnotherRoleOrAnotherTimeIsAnotherVisit() {
		assertThat(visits(look("wang", "File read", 0), look("li", "File read", 5), look("wang", "File read", 10)))
			.extracting(Visit::by)
			.containsExactly("wang", "li", "wang");
		Look later = look("wang", "File read", 0);
		assertThat(visits(later, look("wang", "File read", 301))).hasSize(2);
		Look before = look("wang", "File read", 1);
		assertThat(visits(later,
				new Look(1, before.at(), "wang", "", List.of("AUDITOR"), "", "", "", null, null, Map.of())))
			.hasSize(2);
	}

	@Test
	void whatIsSeenWithOthersSaysHowManyAndWhyIsNotCountedAway() {
		Look one = look("wang", "Listed", 0, 1, null);
		Look many = look("wang", "Listed", 1, 50, null);
		Look asked = look("wang", "File read", 2, null, "a call");
		Map<Way, Long> ways = visits(one, many, asked).get(0).ways();
		assertThat(ways.keySet()).extracting(Way::others).containsExactly(null, 49, null);
		assertThat(ways.keySet()).extracting(Way::reason).containsExactly(null, null, "a call");
	}

	@Test
	void aVisitOverMidnightNamesBothDays() {
		Instant midnight = Instant.parse("2026-11-27T16:00:00Z");
		Visit visit = Visits
			.of(List.of(at("wang", midnight.plusSeconds(30)), at("wang", midnight.minusSeconds(90))), DATES,
					(look) -> List.of())
			.get(0);
		assertThat(visit.from() + " " + visit.to()).isEqualTo("2026-11-27 23:58 2026-11-28 00:00");
	}

	private static List<Visit> visits(Look... looks) {
		return Visits.of(List.of(looks), DATES, (look) -> List.of());
	}

	private static Look look(String by, String way, long secondsBefore) {
		return look(by, way, secondsBefore, null, null);
	}

	private static Look look(String by, String way, long secondsBefore, @Nullable Integer among,
			@Nullable String reason) {
		return new Look(1, LAST.minus(Duration.ofSeconds(secondsBefore)), by, by, List.of("CASE_WORKER"), way, way, "",
				among, reason, Map.of());
	}

	private static Look at(String by, Instant at) {
		return new Look(1, at, by, by, List.of(), "", "", "", null, null, Map.of());
	}

}
