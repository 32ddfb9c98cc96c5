package org.huiling.facts.words;

/**
 * How long what was read of somebody stays as it is while nothing else is recorded:
 * whoever reads a day of the period, or of the facts, says when it would be read
 * otherwise. Belongs to one thread.
 */
final class Lasting {

	/** As long as the record is the same. */
	static final long ALWAYS = Long.MAX_VALUE;

	/** For one period only. */
	static final long NEVER = Long.MIN_VALUE;

	private long until = ALWAYS;

	/** Begins with nothing read. @return until when what was read before stays */
	long begin() {
		long before = this.until;
		this.until = ALWAYS;
		return before;
	}

	/** The first day, of the epoch, on which something may be read otherwise. */
	long until() {
		return this.until;
	}

	/** Something was read that may be another from a day on. */
	void until(long day) {
		if (day < this.until) {
			this.until = day;
		}
	}

	/** Goes back to what was read before, forgetting what was read since. */
	void back(long before) {
		this.until = before;
	}

}
