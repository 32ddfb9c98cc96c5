package org.huiling.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.facts.Period;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/**
 * Ends what stands of somebody whose file ended because it was merged into another one or
 * erased: whatever they are entitled to is decided under the file that goes on.
 */
final class EndedFile {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private EndedFile() {
	}

	static Reviewed review(ReviewOrder order, UUID applicant, Collection<Decision> decisions, String because) {
		Standing standing = Standing.of(decisions);
		List<Decision> made = new ArrayList<>();
		List<DecisionChange> changes = new ArrayList<>();
		for (Decision point : standing.all()) {
			String period = within(order, point);
			if (isAsked(order, point) && period != null && point.equals(standing.standing(point.key(), period))) {
				Decision at = standing.at(point.key(), period);
				Decision end = new Decision(TimeOrderedId.next(), point.key(), period, DecisionOutcome.NOT_ELIGIBLE,
						NOTHING, null, null, Reasons.note(because), null, order.knownAt(), Instant.MAX,
						order.orderedBy(), order.cause(), order.reason(), (at != null) ? at.id() : null);
				made.add(end);
				changes.add(new DecisionChange(end.id(), applicant, point.key().program(), period, point.key().claim(),
						DecisionChange.Stand.of(point), DecisionChange.Stand.of(end), because));
			}
		}
		return new Reviewed(applicant, changes, List.of(), Map.of(), made, made.isEmpty() ? null : "[]", null);
	}

	private static boolean isAsked(ReviewOrder order, Decision point) {
		return point.key().jurisdiction().equals(order.jurisdiction()) && order.asksFor(point.key().program())
				&& point.outcome().grants() && !point.knownAt().isAfter(order.knownAt());
	}

	/** The first period of the run that a point governs, if there is one. */
	private static @Nullable String within(ReviewOrder order, Decision point) {
		String from = order.from().toString();
		if (point.isMonthly() && point.period().compareTo(from) < 0) {
			return from;
		}
		Period period = Period.parse(point.period());
		boolean covered = !YearMonth.from(period.firstDay()).isAfter(order.to())
				&& !YearMonth.from(period.lastDay()).isBefore(order.from());
		return covered ? point.period() : null;
	}

}
