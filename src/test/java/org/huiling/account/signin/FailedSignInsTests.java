package org.huiling.account.signin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailedSignInsTests {

	private final AtomicLong nanos = new AtomicLong();

	private final FailedSignIns failures = new FailedSignIns(
			new SignInSettings(3, 5, Duration.ofMinutes(10), 5, Duration.ofHours(12)), this.nanos::get);

	@Test
	void lockANameForAWhile() {
		assertThat(this.failures.add("wang", "a")).isFalse();
		assertThat(this.failures.add("wang", "b")).isFalse();
		assertThat(this.failures.isLocked("wang")).isFalse();
		assertThat(this.failures.add("wang", "c")).isTrue();
		assertThat(this.failures.isLocked("wang")).isTrue();
		assertThat(this.failures.isLocked("li")).isFalse();
		this.nanos.addAndGet(Duration.ofMinutes(11).toNanos());
		assertThat(this.failures.isLocked("wang")).isFalse();
	}

	@Test
	void areForgottenOnceOneSucceeds() {
		this.failures.add("wang", "a");
		this.failures.add("wang", "a");
		this.failures.forget("wang");
		this.failures.add("wang", "a");
		assertThat(this.failures.isLocked("wang")).isFalse();
	}

	@Test
	void slowAnAddressThatTriesManyNames() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.failures.isTiresome("a")).isFalse();
			this.failures.add("name" + i, "a");
		}
		assertThat(this.failures.isTiresome("a")).isTrue();
		assertThat(this.failures.isTiresome("b")).isFalse();
	}

	/** One network of IPv6 is one caller, however its addresses are written. */
	@Test
	void countANetworkAsOneAddress() {
		for (int i = 0; i < 5; i++) {
			this.failures.add("name" + i, "2001:db8:1:2::" + i);
		}
		assertThat(this.failures.isTiresome("2001:db8:1:2:a:b:c:d")).isTrue();
		assertThat(this.failures.isTiresome("2001:db8:1:3::1")).isFalse();
		for (int i = 0; i < 5; i++) {
			this.failures.add("name" + i, "::ffff:10.0.0.1");
		}
		assertThat(this.failures.isTiresome("10.0.0.1")).isTrue();
	}

}
