package org.huiling.payment.roster;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.decision.review.DecisionChange;
import org.huiling.decision.review.DecisionReviews;
import org.huiling.decision.review.ReviewOrder;
import org.huiling.decision.review.Reviewed;
import org.huiling.payment.calculation.DecidedPoint;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.storage.TimeOrderedId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a recalculation would decide about some people now; nothing of it is written. What
 * is recorded about a person need not have been decided yet.
 */
@Component
class ExpectedDecisions {

	private final DecisionReviews reviews;

	ExpectedDecisions(DecisionReviews reviews) {
		this.reviews = reviews;
	}

	/**
	 * What would stand otherwise, by file.
	 * @param roster for whose months
	 * @param first the first month that is looked at, by people's files, merged ones
	 * among them
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<UUID, List<DecidedPoint>> of(Roster roster, Map<UUID, YearMonth> first, Instant now) {
		int policies = this.reviews.keepPolicies(roster.jurisdiction(), now);
		ReviewOrder order = new ReviewOrder(TimeOrderedId.next(), roster.jurisdiction(), policies, now, null,
				roster.first(), roster.last(), roster.last(), roster.madeBy(), "");
		Map<UUID, List<DecidedPoint>> points = new HashMap<>();
		for (Reviewed reviewed : this.reviews.reviewer(order).review(first)) {
			points.put(reviewed.applicant(), reviewed.decided().stream().map(ExpectedDecisions::point).toList());
		}
		return points;
	}

	private static DecidedPoint point(DecisionChange change) {
		return new DecidedPoint(change.applicant(), new PaymentItem(change.period(), change.program(), change.claim()),
				change.id(), change.after().paid(), change.after().version(), false, null);
	}

}
