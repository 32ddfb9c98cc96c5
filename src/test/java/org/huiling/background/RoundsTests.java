package org.huiling.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class RoundsTests {

	private static final Duration LONG = Duration.ofHours(1);

	@Test
	void roundsFollowEachOtherAndOneComesWhenItIsAskedFor() throws InterruptedException {
		Semaphore done = new Semaphore(0);
		Rounds rounds = new Rounds("some-work", () -> {
			assertThat(Thread.currentThread()).satisfies(
					(thread) -> assertThat(thread.getName()).isEqualTo("some-work"),
					(thread) -> assertThat(thread.isDaemon()).isTrue());
			done.release();
		});
		rounds.now();
		rounds.start(Duration.ZERO, Duration.ofMillis(1));
		assertThat(rounds.isRunning()).isTrue();
		assertThat(done.tryAcquire(3, 10, TimeUnit.SECONDS)).as("again and again").isTrue();
		assertThat(rounds.stop(LONG)).isTrue();
		done.drainPermits();
		rounds.start(LONG, LONG);
		rounds.now();
		assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).as("when asked").isTrue();
		assertThat(rounds.stop(LONG)).isTrue();
		assertThat(rounds.isRunning()).isFalse();
		rounds.now();
		assertThat(done.availablePermits()).as("nothing after the stop").isZero();
	}

	@Test
	void theRoundUnderWayIsInterruptedAndWaitedFor() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		AtomicInteger finished = new AtomicInteger();
		Rounds rounds = new Rounds("long-work", () -> {
			begun.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				finished.incrementAndGet();
			}
		});
		rounds.start(Duration.ZERO, LONG);
		begun.await();
		assertThat(rounds.stop(LONG)).isTrue();
		assertThat(finished).hasValue(1);
	}

	@Test
	void whatDoesNotEndIsSaidToBeLeft() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		Rounds rounds = new Rounds("deaf-work", () -> {
			begun.countDown();
			while (end.getCount() > 0) {
				Thread.onSpinWait();
			}
		});
		rounds.start(Duration.ZERO, LONG);
		begun.await();
		assertThat(rounds.stop(Duration.ofMillis(20))).isFalse();
		end.countDown();
	}

}
