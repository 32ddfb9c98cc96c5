package org.huiling.account.password;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.huiling.limits.Addresses;

import org.springframework.stereotype.Component;

/**
 * Passwords that are checked slowly at the same time. A check keeps a processor busy for
 * a fifth of a second, and strangers can ask for as many as they like: only half of the
 * processors are theirs, and only so many wait, of one address fewer, so that threads and
 * processors are left for who is signed in.
 */
@Component
public class SlowChecks {

	private static final int MOST = 96;

	private static final int MOST_OF_ADDRESS = 32;

	private static final int LONGEST_WAIT = 10;

	private final Semaphore processors = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
			true);

	private final Map<String, Integer> waiting = new HashMap<>();

	private int all;

	/**
	 * Begins to wait for a check.
	 * @param address where from
	 * @return false if too many wait already
	 */
	public synchronized boolean enter(String address) {
		String caller = Addresses.one(address);
		if (this.all >= MOST || this.waiting.getOrDefault(caller, 0) >= MOST_OF_ADDRESS) {
			return false;
		}
		this.all++;
		this.waiting.merge(caller, 1, Integer::sum);
		return true;
	}

	/** Ends what {@link #enter} began. */
	public synchronized void leave(String address) {
		this.all--;
		this.waiting.computeIfPresent(Addresses.one(address), (caller, count) -> (count > 1) ? count - 1 : null);
	}

	/**
	 * Checks when a processor is left for it.
	 * @throws TooManyFailures if none is for a while
	 */
	public boolean check(BooleanSupplier check) {
		try {
			if (!this.processors.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
				throw TooManyFailures.atOnce();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw TooManyFailures.atOnce();
		}
		try {
			return check.getAsBoolean();
		}
		finally {
			this.processors.release();
		}
	}

}
