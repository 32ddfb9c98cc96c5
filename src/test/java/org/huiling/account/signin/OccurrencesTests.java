package org.huiling.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import org.huiling.account.signin.Occurrences.Kind;
import org.huiling.audit.AuditAction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OccurrencesTests {

	private static final Kind FAILED = new Kind(AuditAction.SIGN_IN_FAILED, "wang", "10.0.0.1");

	private final Moment moment = new Moment();

	private final Occurrences occurrences = new Occurrences(Duration.ofMinutes(30), 3, this.moment);

	@Test
	void theFirstIsToldAtOnceAndTheOthersByTheirNumber() {
		assertThat(this.occurrences.add(FAILED)).containsExactly(Map.entry(FAILED, 1));
		for (int i = 0; i < 100; i++) {
			assertThat(this.occurrences.add(FAILED)).isEmpty();
		}
		assertThat(this.occurrences.untold(false)).isEmpty();
		this.moment.pass(30);
		assertThat(this.occurrences.untold(false)).containsExactly(Map.entry(FAILED, 100));
		assertThat(this.occurrences.add(FAILED)).as("the next while has begun").isEmpty();
		this.moment.pass(29);
		assertThat(this.occurrences.untold(false)).isEmpty();
		assertThat(this.occurrences.untold(true)).containsExactly(Map.entry(FAILED, 1));
	}

	@Test
	void whoComesAgainAfterAWhileIsToldWithWhatWasNot() {
		this.occurrences.add(FAILED);
		this.occurrences.add(FAILED);
		this.moment.pass(31);
		assertThat(this.occurrences.add(FAILED)).containsExactly(Map.entry(FAILED, 2));
		this.moment.pass(31);
		assertThat(this.occurrences.untold(false)).isEmpty();
		assertThat(this.occurrences.add(FAILED)).containsExactly(Map.entry(FAILED, 1));
	}

	@Test
	void whoComesFromEverywhereIsToldAsOne() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.occurrences.add(new Kind(AuditAction.SIGN_IN_FAILED, "-", "10.0.0." + i))).hasSize(1);
		}
		Kind elsewhere = new Kind(AuditAction.SIGN_IN_FAILED, "-", Occurrences.ELSEWHERE);
		assertThat(this.occurrences.add(new Kind(AuditAction.SIGN_IN_FAILED, "-", "10.0.0.9")))
			.containsExactly(Map.entry(elsewhere, 1));
		for (int i = 10; i < 200; i++) {
			assertThat(this.occurrences.add(new Kind(AuditAction.SIGN_IN_FAILED, "-", "10.0.0." + i))).isEmpty();
		}
		assertThat(this.occurrences.untold(true)).containsExactly(Map.entry(elsewhere, 190));
	}

	private static final class Moment extends Clock {

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		void pass(int minutes) {
			this.now = this.now.plus(Duration.ofMinutes(minutes));
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
