package org.huiling.policy.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	@Test
	void theLatestThatHasBegunGoverns() {
		Timeline timeline = timeline(version("2012-01-01"), version("2014-01-01"), version("2013-01-01"));
		assertThat(inForce(timeline, "2011-12-31")).isEmpty();
		assertThat(inForce(timeline, "2012-01-01")).isEqualTo("2012-01-01");
		assertThat(inForce(timeline, "2012-12-31")).isEqualTo("2012-01-01");
		assertThat(inForce(timeline, "2013-01-01")).isEqualTo("2013-01-01");
		assertThat(inForce(timeline, "2020-01-01")).isEqualTo("2014-01-01");
	}

	@Test
	void anEndedVersionLeavesAGapAndNoOlderOneRunsOn() {
		Timeline timeline = timeline(version("2012-01-01"), version("2013-01-01", "2013-06-30"), version("2013-09-01"));
		assertThat(inForce(timeline, "2013-06-30")).isEqualTo("2013-01-01");
		assertThat(inForce(timeline, "2013-07-01")).isEmpty();
		assertThat(inForce(timeline, "2013-08-31")).isEmpty();
		assertThat(inForce(timeline, "2013-09-01")).isEqualTo("2013-09-01");
	}

	@Test
	void aCorrectionTakesTheSameDay() {
		Timeline timeline = timeline(version("2013-01-01.2"), version("2013-01-01.10"), version("2013-01-01"));
		assertThat(inForce(timeline, "2013-01-01")).isEqualTo("2013-01-01.10");
		assertThat(timeline.versions()).extracting((each) -> VersionState.of(each, timeline, LocalDate.EPOCH, NOW))
			.containsExactly(VersionState.SUPERSEDED, VersionState.SUPERSEDED, VersionState.SCHEDULED);
	}

	@Test
	void whatWasNotYetPublishedIsNotKnown() {
		PublishedVersion late = version("2024-07-01", null, "2024-08-20T16:00:00Z", null);
		Timeline timeline = timeline(version("2023-07-01"), late);
		assertThat(inForce(timeline.knownAt(Instant.parse("2024-08-20T15:59:59Z")), "2024-07-01"))
			.isEqualTo("2023-07-01");
		assertThat(inForce(timeline.knownAt(Instant.parse("2024-08-20T16:00:00Z")), "2024-07-01"))
			.isEqualTo("2024-07-01");
	}

	@Test
	void afterAWithdrawalTheOneBeforeIsInForceAgain() {
		PublishedVersion mistaken = version("2014-01-01", null, "2013-12-01T00:00:00Z", "2014-02-01T00:00:00Z");
		Timeline timeline = timeline(version("2013-01-01"), mistaken);
		assertThat(inForce(timeline.knownAt(Instant.parse("2014-01-31T00:00:00Z")), "2014-01-01"))
			.isEqualTo("2014-01-01");
		assertThat(inForce(timeline.knownAt(Instant.parse("2014-02-01T00:00:00Z")), "2014-01-01"))
			.isEqualTo("2013-01-01");
	}

	@Test
	void everyVersionHasAState() {
		PublishedVersion announced = version("2030-01-01", null, "2027-01-01T00:00:00Z", null);
		PublishedVersion withdrawn = version("2025-07-01", null, "2025-06-01T00:00:00Z", "2025-06-02T00:00:00Z");
		Timeline timeline = timeline(version("2012-01-01"), version("2025-01-01"), withdrawn, version("2027-01-01"),
				announced);
		assertThat(timeline.versions())
			.extracting((each) -> VersionState.of(each, timeline, LocalDate.of(2026, 1, 1), NOW))
			.containsExactly(VersionState.SUPERSEDED, VersionState.IN_FORCE, VersionState.WITHDRAWN,
					VersionState.SCHEDULED, VersionState.SCHEDULED);
		Timeline ended = timeline(version("2012-01-01", "2013-12-31"));
		assertThat(VersionState.of(ended.versions().get(0), ended, LocalDate.of(2026, 1, 1), NOW))
			.isEqualTo(VersionState.ENDED);
	}

	private static String inForce(Timeline timeline, String day) {
		return timeline.inForce(LocalDate.parse(day)).map((version) -> version.id().version()).orElse("");
	}

	private static Timeline timeline(PublishedVersion... versions) {
		return new Timeline(Arrays.asList(versions));
	}

	private static PublishedVersion version(String name) {
		return version(name, null);
	}

	private static PublishedVersion version(String name, @Nullable String to) {
		return version(name, to, "2000-01-01T00:00:00Z", null);
	}

	private static PublishedVersion version(String name, @Nullable String to, String publishedAt,
			@Nullable String withdrawnAt) {
		return new PublishedVersion(new VersionId("small", "allowance", name), "sha256:", new Bilingual("津贴", "a"), "b",
				LocalDate.parse(name.substring(0, 10)), (to != null) ? LocalDate.parse(to) : null,
				Instant.parse(publishedAt), (withdrawnAt != null) ? Instant.parse(withdrawnAt) : null, 0);
	}

}
