package org.huiling.engine.finder;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * When a search has to stop, and whether it had to. What counts is the processor's time
 * of the thread that searches, so that a machine busy with other work leaves nothing out;
 * but nobody waits for ever.
 */
final class Deadline {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/** So many times as long it may wait for a processor. */
	private static final int PATIENCE = 6;

	private final long end;

	private final long latest;

	private boolean missed;

	Deadline(Duration budget) {
		this.end = THREADS.getCurrentThreadCpuTime() + budget.toNanos();
		this.latest = System.nanoTime() + PATIENCE * budget.toNanos();
	}

	/** Whether the time is up; whoever is told so leaves something out. */
	boolean isOver() {
		if (!this.missed && (THREADS.getCurrentThreadCpuTime() >= this.end || System.nanoTime() - this.latest >= 0)) {
			this.missed = true;
		}
		return this.missed;
	}

	/** Whether something was left out. */
	boolean missed() {
		return this.missed;
	}

}
