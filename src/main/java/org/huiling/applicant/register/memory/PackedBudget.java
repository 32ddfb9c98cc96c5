package org.huiling.applicant.register.memory;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes people in memory may take together. */
public final class PackedBudget {

	private final long most;

	private final AtomicLong taken = new AtomicLong();

	/**
	 * A budget.
	 * @param most bytes; none for nobody
	 */
	public PackedBudget(long most) {
		this.most = most;
	}

	/**
	 * Whether there is no room for anybody more.
	 * @return true from the last byte on
	 */
	public boolean isSpent() {
		return this.taken.get() >= this.most;
	}

	void take(int bytes) {
		this.taken.addAndGet(bytes);
	}

	/**
	 * What is taken.
	 * @return bytes
	 */
	public long taken() {
		return this.taken.get();
	}

}
