package org.huiling.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * One thread of its own that does the same work again and again, a round at a time, from
 * start to stop. The work sees to its own errors: what it throws ends its rounds.
 */
public final class Rounds {

	private final String name;

	private final Runnable round;

	private volatile @Nullable ScheduledExecutorService thread;

	/**
	 * Rounds that have not begun.
	 * @param name the thread's
	 * @param round the work of one round; interrupted when the rounds stop
	 */
	public Rounds(String name, Runnable round) {
		this.name = name;
		this.round = round;
	}

	/**
	 * Begins.
	 * @param first how long until the first round
	 * @param pause between two
	 */
	public void start(Duration first, Duration pause) {
		ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread one = new Thread(work, this.name);
			one.setDaemon(true);
			return one;
		});
		ScheduledFuture<?> unused = fresh.scheduleWithFixedDelay(this.round, first.toMillis(), pause.toMillis(),
				TimeUnit.MILLISECONDS);
		this.thread = fresh;
	}

	/**
	 * Does a round as soon as the one under way is over; nothing before the start and
	 * after the stop.
	 */
	public void now() {
		ScheduledExecutorService running = this.thread;
		if (running != null) {
			try {
				running.execute(this.round);
			}
			catch (RejectedExecutionException ex) {
				// it stops: what is to be done is found with the next start
			}
		}
	}

	/**
	 * Stops after the round under way.
	 * @param longest how long is waited for it
	 * @return false if it is left undone
	 */
	public boolean stop(Duration longest) {
		ScheduledExecutorService ended = this.thread;
		this.thread = null;
		if (ended == null) {
			return true;
		}
		ended.shutdownNow();
		try {
			return ended.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	public boolean isRunning() {
		return this.thread != null;
	}

}
