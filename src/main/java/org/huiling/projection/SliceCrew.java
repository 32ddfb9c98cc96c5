package org.huiling.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Does slices on the caller's thread and some beside it, until none is left, until they
 * may not go on, or until one of them fails.
 */
final class SliceCrew {

	private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

	private final BooleanSupplier goesOn;

	private final BooleanSupplier slice;

	private final AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();

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
		List<Thread> others = new ArrayList<>();
		for (int i = 1; i < THREADS; i++) {
			Thread other = new Thread(this::guarded, "projections-" + i);
			other.setDaemon(true);
			other.start();
			others.add(other);
		}
		boolean none = guarded();
		boolean interrupted = false;
		for (Thread other : others) {
			interrupted |= waited(other, !none);
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		RuntimeException fault = this.failed.get();
		if (fault != null) {
			throw fault;
		}
		return none && !interrupted;
	}

	private boolean guarded() {
		try {
			while (!this.stopped && this.goesOn.getAsBoolean()) {
				if (!this.slice.getAsBoolean()) {
					return true;
				}
			}
		}
		catch (RuntimeException ex) {
			this.failed.compareAndSet(null, ex);
			this.stopped = true;
		}
		return false;
	}

	/** @return whether the caller was interrupted before or meanwhile */
	private boolean waited(Thread other, boolean enough) {
		this.stopped |= enough;
		boolean interrupted = Thread.interrupted();
		while (other.isAlive()) {
			try {
				other.join();
			}
			catch (InterruptedException ex) {
				interrupted = true;
				this.stopped = true;
				other.interrupt();
			}
		}
		return interrupted;
	}

}
