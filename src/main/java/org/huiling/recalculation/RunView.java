package org.huiling.recalculation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.huiling.recalculation.run.Run;
import org.huiling.recalculation.run.RunMode;
import org.huiling.recalculation.run.RunPace;
import org.huiling.recalculation.run.RunState;
import org.huiling.recalculation.run.WithdrawnVersion;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is answered.
 *
 * @param id its id
 * @param state how far it is
 * @param mode what it may write
 * @param jurisdictions whose people it reviews
 * @param programs ids of programs, null for all
 * @param from the first month
 * @param to the last month
 * @param touchedSince only people of whom something was recorded after it, null for all
 * @param withdrawnVersion only those with a decision under it, null for everybody
 * @param reason why
 * @param orderedBy by whom
 * @param orderedAt when
 * @param knownAt as of when facts and policies are known
 * @param total how many people it reviews, null before they are counted
 * @param done how many are reviewed
 * @param failed of them, whose facts or policies are broken
 * @param undecided of them, about whom something is missing
 * @param changed how many decisions differ
 * @param perSecond people a second, null before anything is done
 * @param secondsLeft until the end, null if that is not known or past
 * @param startedAt when it began, null if it did not yet
 * @param finishedAt when it stopped, was completed or failed
 * @param error why it failed
 */
public record RunView(UUID id, RunState state, RunMode mode, List<String> jurisdictions,
		@Nullable List<String> programs, YearMonth from, YearMonth to, @Nullable Instant touchedSince,
		@Nullable WithdrawnVersion withdrawnVersion, String reason, String orderedBy, Instant orderedAt,
		Instant knownAt, @Nullable Long total, long done, long failed, long undecided, long changed,
		@Nullable Long perSecond, @Nullable Long secondsLeft, @Nullable Instant startedAt, @Nullable Instant finishedAt,
		@Nullable String error) {

	static RunView of(Run run, RunPace pace) {
		Run.Progress progress = run.progress();
		Long perSecond = pace.perSecond(run);
		return new RunView(run.id(), run.state(), run.mode(), run.jurisdictions(), run.programs(), run.from(), run.to(),
				run.touchedSince(), run.withdrawn(), run.reason(), run.orderedBy(), run.orderedAt(), run.knownAt(),
				run.total(), progress.done(), progress.failed(), progress.undecided(), progress.changed(), perSecond,
				RunPace.secondsLeft(run, perSecond), run.startedAt(), run.finishedAt(), run.error());
	}

}
