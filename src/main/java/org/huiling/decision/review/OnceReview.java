package org.huiling.decision.review;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.huiling.decision.DecisionPlan;
import org.huiling.decision.assessment.ObservedAssessment;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.GivenOnce;
import org.huiling.engine.Assessment;
import org.huiling.engine.Cycle;
import org.huiling.facts.Period;

/**
 * What a review makes of programs that are given once: the month that was granted keeps
 * it as long as it is due there; when it no longer is, the first month in which it is due
 * takes it from there, so that at no time two months grant it.
 */
final class OnceReview {

	private final ReviewLedger ledger;

	private final ObservedAssessment observed;

	/** Decides an answer under a key. */
	private final BiConsumer<DecisionKey, Assessment> decide;

	OnceReview(ReviewLedger ledger, ObservedAssessment observed, BiConsumer<DecisionKey, Assessment> decide) {
		this.ledger = ledger;
		this.observed = observed;
		this.decide = decide;
	}

	/**
	 * Whether an answer decides nothing since it is given in another month. What another
	 * month has that is not due there any more ends, if it is due in this one.
	 * @param key what the answer would be decided under
	 * @param answer the answer of a month
	 * @return false for programs of other cycles too
	 */
	boolean isGiven(DecisionKey key, Assessment answer) {
		if (answer.program().cycle() != Cycle.ONCE) {
			return false;
		}
		Decision stands = this.ledger.effective().standing(key, answer.period());
		Optional<Decision> given = this.ledger.effective().given(key, answer.period(), answer.program());
		if (given.isEmpty() || (stands != null && stands.outcome().grants())) {
			return false;
		}
		if (!DecisionPlan.isDecidable(answer)) {
			return true;
		}
		if (!answer.grants()) {
			return false;
		}
		if (this.ledger.isNewer(given.get()) || GivenOnce.isDue(given.get(), key.jurisdiction(), this::alone)) {
			return true;
		}
		this.decide.accept(given.get().key(), alone(key.program(), Period.parse(given.get().period())));
		return false;
	}

	private Assessment alone(String program, Period month) {
		return this.observed.plainAnswers(month, Set.of(program)).get(0);
	}

	/**
	 * Whether a decision took from somebody what they were given once and no month has
	 * taken it since: later months are looked at for it.
	 */
	boolean isSought(Decision made) {
		DecisionKey key = made.key();
		return key.isOnce() && made.outcome() == DecisionOutcome.NOT_ELIGIBLE && this.ledger.effective()
			.all()
			.stream()
			.noneMatch(
					(one) -> one.key().isOnce() && one.key().program().equals(key.program()) && one.outcome().grants());
	}

}
