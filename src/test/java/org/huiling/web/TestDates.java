package org.huiling.web;

import java.time.Clock;

/** Dates for tests of pages. */
public final class TestDates {

	private TestDates() {
	}

	/**
	 * As a clock's zone has them.
	 * @param clock the clock
	 * @return how pages show instants
	 */
	public static Dates of(Clock clock) {
		return new Dates(clock);
	}

}
