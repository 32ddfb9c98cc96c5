package org.huiling.recalculation.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What is measured of runs, by mode: of those under way how many people are to be
 * reviewed, are done, failed, how much changed, how fast and how long it takes; and how
 * many runs ended how. Nothing about people.
 */
@Component
class RunMetrics {

	private static final Duration KEPT = Duration.ofSeconds(1);

	private static final String PREFIX = "huiling.recalculation.";

	private final RunStore store;

	private final RunPace pace;

	private final MeterRegistry registry;

	private List<Run> open = List.of();

	private Instant readAt = Instant.MIN;

	RunMetrics(RunStore store, RunPace pace, MeterRegistry registry) {
		this.store = store;
		this.pace = pace;
		this.registry = registry;
		for (RunMode mode : RunMode.values()) {
			gauge("running", "runs under way", mode, (run) -> 1);
			gauge("people", "people to be reviewed", mode, (run) -> (run.total() != null) ? run.total() : 0);
			gauge("people.done", "people reviewed", mode, (run) -> run.progress().done());
			gauge("people.failed", "people who could not be reviewed", mode, (run) -> run.progress().failed());
			gauge("changes", "decisions that differ", mode, (run) -> run.progress().changed());
			gauge("people.per.second", "people reviewed in a second", mode, (run) -> number(this.pace.perSecond(run)));
			gauge("seconds.left", "seconds until the end", mode,
					(run) -> number(RunPace.secondsLeft(run, this.pace.perSecond(run))));
		}
	}

	/** A run ended in a state. */
	void ended(Run run, RunState state) {
		Counter.builder(PREFIX + "runs")
			.description("runs that ended")
			.tags("mode", run.mode().name(), "state", state.name())
			.register(this.registry)
			.increment();
		Counter.builder(PREFIX + "people.reviewed")
			.description("people reviewed by runs that ended")
			.tags("mode", run.mode().name())
			.register(this.registry)
			.increment(run.progress().done() - (double) run.doneWhenResumed());
	}

	private void gauge(String name, String description, RunMode mode, ToDoubleFunction<Run> value) {
		Gauge.builder(PREFIX + name, () -> sum(mode, value))
			.description(description)
			.tag("mode", mode.name())
			.register(this.registry);
	}

	private double sum(RunMode mode, ToDoubleFunction<Run> value) {
		return open().stream().filter((run) -> run.mode() == mode).mapToDouble(value).sum();
	}

	/** Read once for all that is asked at a time. */
	private synchronized List<Run> open() {
		Instant now = Instant.now();
		if (this.readAt.isBefore(now.minus(KEPT))) {
			try {
				this.open = this.store.open();
			}
			catch (DataAccessException ex) {
				this.open = List.of();
			}
			this.readAt = now;
		}
		return this.open;
	}

	private static double number(@Nullable Long value) {
		return (value != null) ? value : 0;
	}

}
