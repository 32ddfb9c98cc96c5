package org.huiling.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Counts what goes on at the same time, in all and for each address. */
final class ConcurrencyCount {

	private final Semaphore all;

	private final int mostOfAddress;

	/** Holds those only of whom something goes on. */
	private final Map<String, Integer> addresses = new ConcurrentHashMap<>();

	ConcurrencyCount(int most, int mostOfAddress) {
		this.all = new Semaphore(most);
		this.mostOfAddress = mostOfAddress;
	}

	/**
	 * Takes a slot without waiting.
	 * @param address whose
	 * @return false if there is none
	 */
	boolean take(String address) {
		if (!this.all.tryAcquire()) {
			return false;
		}
		if (this.addresses.merge(address, 1, Integer::sum) > this.mostOfAddress) {
			release(address);
			return false;
		}
		return true;
	}

	/** Gives a slot back. */
	void release(String address) {
		this.addresses.computeIfPresent(address, (key, taken) -> (taken > 1) ? taken - 1 : null);
		this.all.release();
	}

}
