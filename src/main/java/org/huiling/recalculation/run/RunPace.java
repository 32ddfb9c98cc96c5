package org.huiling.recalculation.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How fast runs are, and how long they still take. */
@Component
public class RunPace {

	private static final double MILLIS = 1000.0;

	private final Clock clock;

	RunPace(Clock clock) {
		this.clock = clock;
	}

	/** People a second since it began or went on; null before anything is done. */
	public @Nullable Long perSecond(Run run) {
		long done = run.progress().done() - run.doneWhenResumed();
		if (run.resumedAt() == null || done <= 0) {
			return null;
		}
		Instant end = (run.finishedAt() != null) ? run.finishedAt() : this.clock.instant();
		double seconds = Math.max(Duration.between(run.resumedAt(), end).toMillis() / MILLIS, 1 / MILLIS);
		return Math.max(1, Math.round(done / seconds));
	}

	public static @Nullable Long secondsLeft(Run run, @Nullable Long perSecond) {
		if (run.total() == null || perSecond == null || !run.state().isOpen()) {
			return null;
		}
		return (run.total() - run.progress().done() + perSecond - 1) / perSecond;
	}

	/** How far a run is, in a line of the log. */
	String progress(Run run) {
		Long perSecond = perSecond(run);
		Long left = secondsLeft(run, perSecond);
		return "%d of %d people, %d changes, %d failed, %d/s, %d s left".formatted(run.progress().done(),
				(run.total() != null) ? run.total() : 0, run.progress().changed(), run.progress().failed(),
				(perSecond != null) ? perSecond : 0, (left != null) ? left : 0);
	}

}
