package org.huiling.recalculation.run;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A run, as it is stored.
 *
 * @param id its id
 * @param mode what it may write
 * @param jurisdictions whose people it reviews
 * @param programs ids of programs, null for all
 * @param from the first month
 * @param to the last month
 * @param current the month it was ordered in
 * @param touchedSince only people of whom something was recorded after it, null for all
 * @param withdrawn only those with a decision under it, from its period on; null for
 * everybody
 * @param reason why
 * @param orderedBy by whom
 * @param orderedAt when
 * @param knownAt as of when facts and policies are known
 * @param state how far it is
 * @param total how many people it reviews, null before they are counted
 * @param startedAt when it began, null if it did not yet
 * @param resumedAt when it began or went on last
 * @param doneWhenResumed how many were reviewed then
 * @param finishedAt when it stopped, was completed or failed
 * @param error why it failed
 * @param progress how far its people are
 */
public record Run(UUID id, RunMode mode, List<String> jurisdictions, @Nullable List<String> programs, YearMonth from,
		YearMonth to, YearMonth current, @Nullable Instant touchedSince, @Nullable WithdrawnVersion withdrawn,
		String reason, String orderedBy, Instant orderedAt, Instant knownAt, RunState state, @Nullable Long total,
		@Nullable Instant startedAt, @Nullable Instant resumedAt, long doneWhenResumed, @Nullable Instant finishedAt,
		@Nullable String error, Progress progress) {

	/**
	 * Counts of people.
	 *
	 * @param done reviewed
	 * @param failed of them, whose facts or policies are broken
	 * @param undecided of them, about whom something is missing
	 * @param changed how many decisions differ
	 */
	public record Progress(long done, long failed, long undecided, long changed) {
	}

	/** Whether two runs could decide the same. */
	public boolean overlaps(Run other) {
		boolean months = !this.from.isAfter(other.to) && !other.from.isAfter(this.to);
		boolean places = this.jurisdictions.stream().anyMatch(other.jurisdictions::contains);
		boolean programsMeet = this.programs == null || other.programs == null
				|| this.programs.stream().anyMatch(other.programs::contains);
		return months && places && programsMeet;
	}

}
