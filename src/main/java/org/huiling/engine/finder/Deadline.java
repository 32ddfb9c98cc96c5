package org.huiling.engine.finder;

import java.time.Duration;

/** When a search has to stop, and whether it had to. */
final class Deadline {

	private final long end;

	private boolean missed;

	Deadline(Duration budget) {
		this.end = System.nanoTime() + budget.toNanos();
	}

	/** Whether the time is up; whoever is told so leaves something out. */
	boolean isOver() {
		if (!this.missed && System.nanoTime() - this.end >= 0) {
			this.missed = true;
		}
		return this.missed;
	}

	/** Whether something was left out. */
	boolean missed() {
		return this.missed;
	}

}
