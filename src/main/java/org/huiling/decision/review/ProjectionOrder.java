package org.huiling.decision.review;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is projected; fixed when it is ordered, and the same after every restart.
 *
 * @param jurisdiction whose policies
 * @param policies the number of the policies that were known, from
 * {@link DecisionReviews#keepPolicies}
 * @param knownAt as of when facts are known
 * @param programs ids of the programs, null for all
 * @param from the first month
 * @param to the last month
 * @param appliedOnly whether it counts what would be decided: what nobody applied for is
 * not, and what cannot be decided stays as it stands; else what would be assessed, as if
 * it were applied for in time
 */
public record ProjectionOrder(String jurisdiction, int policies, Instant knownAt, @Nullable Set<String> programs,
		YearMonth from, YearMonth to, boolean appliedOnly) {

	public ProjectionOrder {
		programs = (programs != null) ? Set.copyOf(programs) : null;
	}

	public boolean asksFor(String program) {
		return this.programs == null || this.programs.contains(program);
	}

	/** The months it is about, how many. */
	public int months() {
		return (int) this.from.until(this.to, ChronoUnit.MONTHS) + 1;
	}

}
