package org.huiling.account.password;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlowChecksTests {

	private final SlowChecks checks = new SlowChecks();

	private int entered(int tries, java.util.function.IntFunction<String> address) {
		int entered = 0;
		for (int i = 0; i < tries; i++) {
			entered += this.checks.enter(address.apply(i)) ? 1 : 0;
		}
		return entered;
	}

	@Test
	void ofOneAddressFewWait() {
		assertThat(entered(100, (i) -> "10.0.0.1")).isEqualTo(32);
		assertThat(this.checks.enter("10.0.0.2")).isTrue();
		this.checks.leave("10.0.0.1");
		assertThat(this.checks.enter("10.0.0.1")).isTrue();
		assertThat(this.checks.enter("10.0.0.1")).isFalse();
	}

	/** Whoever has one network has all of its addresses. */
	@Test
	void ofOneNetworkToo() {
		assertThat(entered(100, (i) -> "2001:db8::" + Integer.toHexString(i + 1))).isEqualTo(32);
		assertThat(this.checks.enter("2001:db8:0:0:ffff:1:2:3")).isFalse();
		assertThat(this.checks.enter("2001:db8:0:1::1")).isTrue();
	}

	@Test
	void ofAllTogetherNoMoreThanLeaveThreadsForOthers() {
		assertThat(entered(500, (i) -> "10.0." + i / 200 + "." + i % 200)).isEqualTo(96);
		for (int i = 0; i < 96; i++) {
			this.checks.leave("10.0.0." + i);
		}
		assertThat(this.checks.enter("10.0.0.1")).isTrue();
	}

	@Test
	void halfOfTheProcessorsAreLeft() throws InterruptedException {
		int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
		AtomicInteger now = new AtomicInteger();
		AtomicInteger atMost = new AtomicInteger();
		CountDownLatch done = new CountDownLatch(3 * most + 3);
		ExecutorService threads = Executors.newFixedThreadPool(3 * most + 3);
		try {
			for (int i = 0; i < 3 * most + 3; i++) {
				threads.submit(() -> {
					this.checks.check(() -> {
						atMost.accumulateAndGet(now.incrementAndGet(), Math::max);
						java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
						return now.decrementAndGet() >= 0;
					});
					done.countDown();
				});
			}
			assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(atMost.get()).isBetween(1, most);
	}

}
