package org.huiling.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Does slices on the caller's thread and some beside it, until none is left, until they
 * may not go on, or until one of them fails.
 */
final class SliceCrew {

	/** Each has a connection of the pool, which others need too. */
	private static final int MOST_THREADS = 4;

	private static final int THREADS = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);

	private final BooleanSupplier goesOn;

	private final BooleanSupplier slice;

	private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

	private volatile boolean stopped;

	/**
	 * A crew.
	 * @param goesOn whether another slice may be begun; may wait
	 * @param slice does one that nobody is at; false if there is none
	 */
	SliceCrew(BooleanSupplier goesOn, BooleanSupplier slice) {
		this.goesOn = goesOn;
		this.slice = slice;
	}

	/**
	 * Works; whoever is at a slice when the caller is interrupted finishes it.
	 * @return whether no slice was left to be begun
	 * @throws RuntimeException what the first slice that failed threw
	 */
	boolean work() {
		CountDownLatch working = new CountDownLatch(THREADS - 1);
		List<Thread> others = new ArrayList<>();
		for (int i = 1; i < THREADS; i++) {
			Thread other = new Thread(() -> beside(working), "projections-" + i);
			other.setDaemon(true);
			other.start();
			others.add(other);
		}
		boolean none = guarded();
		if (!none) {
			this.stopped = true;
		}
		boolean interrupted = waited(working, others);
		Throwable fault = this.failed.get();
		if (fault instanceof Error error) {
			throw error;
		}
		if (fault instanceof RuntimeException exception) {
			throw exception;
		}
		return none && !interrupted;
	}

	private void beside(CountDownLatch done) {
		try {
			guarded();
		}
		finally {
			done.countDown();
		}
	}

	private boolean guarded() {
		try {
			while (!this.stopped && this.goesOn.getAsBoolean()) {
				if (!this.slice.getAsBoolean()) {
					return true;
				}
			}
		}
		catch (RuntimeException | Error ex) {
			this.failed.compareAndSet(null, ex);
			this.stopped = true;
		}
		return false;
	}

	/** Whether the caller was interrupted, before or meanwhile. */
	private boolean waited(CountDownLatch working, List<Thread> others) {
		boolean interrupted = Thread.currentThread().isInterrupted();
		while (working.getCount() > 0) {
			try {
				working.await();
			}
			catch (InterruptedException ex) {
				interrupted = true;
				this.stopped = true;
				// whoever waits for a run waits no longer
				others.forEach(Thread::interrupt);
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return interrupted;
	}

}
