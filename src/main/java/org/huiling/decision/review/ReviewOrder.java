package org.huiling.decision.review;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;

import org.huiling.decision.store.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What a run reviews; fixed when it is ordered, and the same after every restart.
 *
 * @param run the run's id
 * @param jurisdiction whose policies
 * @param policies the number of the policies that were known, from
 * {@link DecisionReviews#keepPolicies}
 * @param knownAt as of when facts are known
 * @param programs ids of the programs, null for all
 * @param from the first month
 * @param to the last month
 * @param current the month it was ordered in: what differs in {@code to} is followed up
 * to there, so that no later month inherits what held earlier only
 * @param orderedBy the account
 * @param reason why, for the record
 * @param cause of what is decided, such as {@code RECALCULATION:} and the run
 */
public record ReviewOrder(UUID run, String jurisdiction, int policies, Instant knownAt, @Nullable Set<String> programs,
		YearMonth from, YearMonth to, YearMonth current, String orderedBy, String reason, String cause) {

	public ReviewOrder {
		programs = (programs != null) ? Set.copyOf(programs) : null;
	}

	/** What a run reviews, and causes. */
	public ReviewOrder(UUID run, String jurisdiction, int policies, Instant knownAt, @Nullable Set<String> programs,
			YearMonth from, YearMonth to, YearMonth current, String orderedBy, String reason) {
		this(run, jurisdiction, policies, knownAt, programs, from, to, current, orderedBy, reason,
				Decision.RECALCULATION + run);
	}

	public boolean asksFor(String program) {
		return this.programs == null || this.programs.contains(program);
	}

}
