package org.huiling.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.huiling.decision.review.ProjectionOrder;
import org.huiling.facts.Period;
import org.huiling.projection.report.ProjectionState;
import org.huiling.projection.report.Vary;
import org.jspecify.annotations.Nullable;

/**
 * A projection, as it is stored.
 *
 * @param id its id
 * @param jurisdiction whose people and policies
 * @param from the first month
 * @param to the last month
 * @param programs ids of programs, null for all
 * @param appliedOnly whether only what is applied for counts
 * @param vary a number that is set to others in turn, null for none
 * @param reason why
 * @param orderedBy by whom
 * @param orderedAt when
 * @param knownAt as of when facts and policies are known
 * @param policies the number of the policies that were known
 * @param digests of the drafts that are put over them, by their ids in order
 * @param progress how far it is
 */
record Projection(UUID id, String jurisdiction, YearMonth from, YearMonth to, @Nullable List<String> programs,
		boolean appliedOnly, @Nullable Vary vary, String reason, String orderedBy, Instant orderedAt, Instant knownAt,
		int policies, Map<UUID, String> digests, Progress progress) {

	/**
	 * How far a projection is.
	 *
	 * @param state how far
	 * @param total how many people it is about, null before they are counted
	 * @param done how many are assessed
	 * @param failed of them, whose facts or policies are broken
	 * @param startedAt when it began, null if it did not yet
	 * @param resumedAt when it began or went on last
	 * @param doneWhenResumed how many were assessed then
	 * @param finishedAt when it ended, null before
	 * @param error why it failed
	 */
	record Progress(ProjectionState state, @Nullable Integer total, int done, int failed, @Nullable Instant startedAt,
			@Nullable Instant resumedAt, int doneWhenResumed, @Nullable Instant finishedAt, @Nullable String error) {

		static final Progress BEGUN = new Progress(ProjectionState.STARTING, null, 0, 0, null, null, 0, null, null);

	}

	/** Days on which versions are in force that its months go by. */
	Set<LocalDate> days() {
		Set<LocalDate> days = new TreeSet<>();
		for (YearMonth month = this.from; !month.isAfter(this.to); month = month.plusMonths(1)) {
			days.add(month.atDay(1));
			days.add(month.atEndOfMonth());
			days.add(Period.quarter(month.atDay(1)).firstDay());
			days.add(month.atDay(1).withDayOfYear(1));
		}
		return days;
	}

	ProjectionOrder order() {
		return new ProjectionOrder(this.jurisdiction, this.policies, this.knownAt,
				(this.programs != null) ? Set.copyOf(this.programs) : null, this.from, this.to, this.appliedOnly);
	}

}
