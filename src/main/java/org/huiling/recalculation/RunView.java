package org.huiling.recalculation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** Runs as they are answered. */
@Component
class RunView {

	private static final double MILLIS = 1000.0;

	private final Clock clock;

	RunView(Clock clock) {
		this.clock = clock;
	}

	ObjectNode of(Run run) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		view.put("id", run.id().toString());
		view.put("state", run.state().name());
		view.put("mode", run.mode().name());
		ArrayNode jurisdictions = view.putArray("jurisdictions");
		run.jurisdictions().forEach(jurisdictions::add);
		if (run.programs() != null) {
			ArrayNode programs = view.putArray("programs");
			run.programs().forEach(programs::add);
		}
		else {
			view.putNull("programs");
		}
		view.put("from", run.from().toString());
		view.put("to", run.to().toString());
		view.put("touchedSince", text(run.touchedSince()));
		WithdrawnVersion withdrawn = run.withdrawn();
		if (withdrawn != null) {
			view.putObject("withdrawnVersion")
				.put("jurisdiction", withdrawn.jurisdiction())
				.put("program", withdrawn.program())
				.put("version", withdrawn.version());
		}
		else {
			view.putNull("withdrawnVersion");
		}
		view.put("reason", run.reason());
		view.put("orderedBy", run.orderedBy());
		view.put("orderedAt", run.orderedAt().toString());
		view.put("knownAt", run.knownAt().toString());
		view.put("total", run.total());
		view.put("done", run.progress().done());
		view.put("failed", run.progress().failed());
		view.put("undecided", run.progress().undecided());
		view.put("changed", run.progress().changed());
		Long perSecond = perSecond(run);
		view.put("perSecond", perSecond);
		view.put("secondsLeft", secondsLeft(run, perSecond));
		view.put("startedAt", text(run.startedAt()));
		view.put("finishedAt", text(run.finishedAt()));
		view.put("error", run.error());
		return view;
	}

	/** People a second since it began or went on; null before anything is done. */
	@Nullable Long perSecond(Run run) {
		long done = run.progress().done() - run.doneWhenResumed();
		if (run.resumedAt() == null || done <= 0) {
			return null;
		}
		Instant end = (run.finishedAt() != null) ? run.finishedAt() : this.clock.instant();
		double seconds = Math.max(Duration.between(run.resumedAt(), end).toMillis() / MILLIS, 1 / MILLIS);
		return Math.max(1, Math.round(done / seconds));
	}

	static @Nullable Long secondsLeft(Run run, @Nullable Long perSecond) {
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

	private static @Nullable String text(@Nullable Instant instant) {
		return (instant != null) ? instant.toString() : null;
	}

}
