package org.huiling.decision.review;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.decision.assessment.ObservedAssessment;
import org.huiling.decision.review.Projected.Answered;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.decision.store.GivenOnce;
import org.huiling.engine.Assessment;
import org.huiling.engine.Cycle;
import org.huiling.engine.Outcome;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one book of policies comes to for one person: each month, quarter, year and claim
 * once, as it is assessed, or as a run would leave it.
 */
final class PersonProjection {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final ProjectionOrder order;

	private final Set<String> programs;

	private final LastDays lastDays;

	private final ObservedAssessment observed;

	private final PersonReview.Place place;

	private final Collection<Decision> decisions;

	private final List<Answered> answered = new ArrayList<>();

	PersonProjection(ProjectionOrder order, Set<String> programs, LastDays lastDays, ObservedAssessment observed,
			PersonReview.Place place, Collection<Decision> decisions) {
		this.order = order;
		this.programs = programs;
		this.lastDays = lastDays;
		this.observed = observed;
		this.place = place;
		this.decisions = decisions;
	}

	/**
	 * As it is assessed: what is asked for is taken to be applied for in time.
	 * @return what pays or cannot be told
	 */
	List<Answered> assessed() {
		EffectiveDecisions effective = EffectiveDecisions.of(this.decisions);
		Map<String, String> given = new HashMap<>();
		for (YearMonth month = this.order.from(); !month.isAfter(this.order.to()); month = month.plusMonths(1)) {
			Period period = Period.of(month);
			Set<String> asked = asked(month);
			if (asked.isEmpty()) {
				continue;
			}
			for (Assessment one : this.observed.plainAnswers(period, asked)) {
				Assessment answer = (one.program().cycle() == Cycle.ONCE) ? once(one, effective) : one;
				if (isNew(answer, given)) {
					add(Answered.of(answer, this.order.from(), this.order.to()));
				}
			}
		}
		return List.copyOf(this.answered);
	}

	/** Those that concern somebody whose hukou may lie elsewhere. */
	private Set<String> asked(YearMonth month) {
		FactRecord facts = this.observed.known().on(month.atDay(1));
		if (this.place.isInside(facts)) {
			return this.programs;
		}
		Set<String> last = this.lastDays.in(month);
		return (!last.isEmpty() && this.place.isInside(this.observed.known().on(month.atEndOfMonth()))) ? last
				: Set.of();
	}

	private Assessment once(Assessment answer, EffectiveDecisions effective) {
		DecisionKey key = DecisionKey.of(this.observed.known().id(), this.order.jurisdiction(), answer);
		return GivenOnce.told(key, answer, effective,
				(program, month) -> this.observed.plainAnswers(month, Set.of(program)).get(0));
	}

	/** A quarter or a year is one answer, and what is given once is given once. */
	private static boolean isNew(Assessment answer, Map<String, String> given) {
		String program = answer.program().id();
		return switch (answer.program().cycle()) {
			case MONTH, CLAIM -> true;
			// one after the other: what is not the last one is new
			case QUARTER, YEAR -> !answer.period().equals(given.put(program, answer.period()));
			case ONCE -> answer.grants() ? given.put(program, answer.period()) == null : !given.containsKey(program);
		};
	}

	/**
	 * As a run would leave it: what is not applied for is not granted, and what cannot be
	 * decided stays as it stands.
	 * @param review what the run would do
	 * @return what pays or cannot be told
	 */
	List<Answered> decided(ReviewOrder review) {
		Map<DecisionKey, Map<String, List<Assessment>>> counted = new LinkedHashMap<>();
		PersonReview run = new PersonReview(review, this.order.from(), this.programs, this.lastDays, this.observed,
				this.place, this.decisions,
				(key, period, open) -> counted.computeIfAbsent(key, (one) -> new LinkedHashMap<>())
					.put(period, (open != null) ? List.of(open) : List.of()));
		run.review();
		counted.forEach((key, periods) -> periods.forEach((period, open) -> {
			Decision stands = run.effective().standing(key, period);
			boolean lacking = !open.isEmpty() && open.get(0).outcome() == Outcome.NEEDS_INFORMATION;
			String outcome = lacking ? Outcome.NEEDS_INFORMATION.name()
					: (stands != null) ? stands.outcome().name() : Outcome.NOT_ELIGIBLE.name();
			add(Answered.of(key.program(), period, key.isOnce() ? null : key.claim(), outcome,
					(stands != null) ? DecisionChange.Stand.of(stands).paid() : NOTHING,
					lacking ? open.get(0).missing() : null, this.order.from(), this.order.to()));
		}));
		return List.copyOf(this.answered);
	}

	private void add(@Nullable Answered answered) {
		if (answered != null) {
			this.answered.add(answered);
		}
	}

}
