package org.huiling.decision.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.huiling.decision.Undecided;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.decision.store.ReasonsWriter;
import org.huiling.engine.InKind;
import org.huiling.facts.Period;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/**
 * What a review of one person comes to: what stood before, what stands now, the decisions
 * in between, and the money of both.
 */
public final class ReviewLedger {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final ReviewOrder order;

	private final UUID applicant;

	private final String last;

	private final EffectiveDecisions before;

	private final EffectiveDecisions effective;

	private final List<Decision> made = new ArrayList<>();

	private final List<DecisionChange> changes = new ArrayList<>();

	private final Map<Tally, Tally.Sum> tallies = new HashMap<>();

	public ReviewLedger(ReviewOrder order, UUID applicant, Collection<Decision> decisions) {
		this.order = order;
		this.applicant = applicant;
		this.last = order.to().toString();
		this.before = EffectiveDecisions.of(decisions);
		this.effective = EffectiveDecisions.of(decisions);
	}

	/** What stood before anything of this review. */
	public EffectiveDecisions before() {
		return this.before;
	}

	/** What stands with everything of this review so far. */
	EffectiveDecisions effective() {
		return this.effective;
	}

	List<Decision> made() {
		return this.made;
	}

	/** Whether the run may decide about a key. */
	public boolean isOurs(DecisionKey key) {
		return key.jurisdiction().equals(this.order.jurisdiction()) && this.order.asksFor(key.program());
	}

	/** Somebody decided with newer knowledge than the run's. */
	boolean isNewer(Decision stands) {
		return stands.knownAt().isAfter(this.order.knownAt());
	}

	/**
	 * Decides; the reasons are JSON as {@link ReasonsWriter} writes it. What changes is
	 * told against what stood when the review began, not against its own decisions: what
	 * the review has decided for the same period before was never anybody's and is
	 * dropped.
	 */
	void decide(DecisionKey key, String period, DecisionOutcome outcome, BigDecimal amount, List<InKind> inKind,
			@Nullable String version, @Nullable String digest, String reasons, String because) {
		Decision stood = this.before.standing(key, period);
		Decision at = this.before.at(key, period);
		drop(key, period);
		Decision decision = new Decision(TimeOrderedId.next(), key, period, outcome, amount, inKind, version, digest,
				reasons, null, this.order.knownAt(), Instant.MAX, this.order.orderedBy(), this.order.cause(),
				this.order.reason(), (at != null) ? at.id() : null);
		this.effective.put(decision);
		this.made.add(decision);
		this.changes.add(new DecisionChange(decision.id(), key.applicant(), key.program(), period, null, key.claim(),
				(stood != null) ? DecisionChange.Stand.of(stood) : null, DecisionChange.Stand.of(decision), because));
	}

	private void drop(DecisionKey key, String period) {
		for (int i = 0; i < this.made.size(); i++) {
			if (this.made.get(i).key().equals(key) && this.made.get(i).period().equals(period)) {
				this.made.remove(i);
				this.changes.remove(i);
				return;
			}
		}
	}

	/** Ends what stands for a period without a rule being asked. */
	public void end(DecisionKey key, String period, String because) {
		Decision stood = this.effective.standing(key, period);
		if (stood != null && stood.outcome().grants() && !isNewer(stood)) {
			decide(key, period, DecisionOutcome.NOT_ELIGIBLE, NOTHING, List.of(), null, null,
					ReasonsWriter.note(because), because);
		}
	}

	/**
	 * Adds up a period; only what was asked for, not the months that are followed up.
	 * @param outcome what to call it where nothing could be decided, else null
	 */
	public void count(DecisionKey key, String period, Tally.People people, @Nullable String outcome) {
		// a year, such as 2013, comes before its months in this order
		if (month(period).compareTo(this.last) > 0) {
			return;
		}
		Decision stood = this.before.standing(key, period);
		Decision stands = this.effective.standing(key, period);
		if (stood == null && stands == null && outcome == null) {
			return;
		}
		Tally tally = new Tally(key.program(), people, name(stood), (outcome != null) ? outcome : name(stands));
		this.tallies.merge(tally, new Tally.Sum(1, paid(stood), paid(stands)), Tally.Sum::plus);
	}

	/** A quarter counts with its first month. */
	private static String month(String period) {
		return Period.isQuarter(period) ? YearMonth.from(Period.parse(period).firstDay()).toString() : period;
	}

	/** The outcome; the facts are asked for only if anything was decided. */
	public Reviewed reviewed(List<Undecided> undecided, Supplier<String> facts) {
		for (int i = 0; i < this.changes.size(); i++) {
			this.changes.set(i, this.changes.get(i).until(this.effective.until(this.made.get(i))));
		}
		return new Reviewed(this.applicant, this.changes, undecided, this.tallies, this.made,
				this.made.isEmpty() ? null : facts.get(), null);
	}

	private static String name(@Nullable Decision decision) {
		return (decision != null) ? decision.outcome().name() : "";
	}

	private static BigDecimal paid(@Nullable Decision decision) {
		return (decision != null) ? DecisionChange.Stand.of(decision).paid() : NOTHING;
	}

}
