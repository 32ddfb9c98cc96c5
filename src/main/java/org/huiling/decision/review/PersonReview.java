package org.huiling.decision.review;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.decision.DecisionPlan;
import org.huiling.decision.MonthAlone;
import org.huiling.decision.Undecided;
import org.huiling.decision.assessment.ObservedAssessment;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.decision.store.ReasonsWriter;
import org.huiling.engine.Assessment;
import org.huiling.engine.Outcome;
import org.huiling.engine.Over;
import org.huiling.engine.Program;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reviews one person, month by month: what the rules say against what stands. Only
 * differences become decisions, so equal months are one; a refusal is only written where
 * something stood, and what cannot be decided leaves standing what stands.
 */
public final class PersonReview {

	private static final String NEEDS_INFORMATION = Outcome.NEEDS_INFORMATION.name();

	private final ReviewOrder order;

	private final YearMonth from;

	private final ObservedAssessment observed;

	private final Place place;

	private final ReviewLedger ledger;

	private final Set<String> programs;

	private final LastDays lastDays;

	private final Map<String, DecisionKey> keys = new HashMap<>();

	private final Map<String, Undecided> undecided = new LinkedHashMap<>();

	private final Set<String> answeredPeriods = new HashSet<>();

	private final OnceReview once;

	private final Counting counting;

	/** Is told of every period that was asked for, more than once of some. */
	interface Counting {

		/** Tells nobody. */
		Counting NONE = (key, period, open) -> {
			// runs add up in the ledger
		};

		/** What is decided about a key for a period, or the answer that cannot be. */
		void counted(DecisionKey key, String period, @Nullable Assessment open);

	}

	/** Where somebody belongs. */
	public interface Place {

		/** Whether their hukou is the jurisdiction's. */
		boolean isInside(FactRecord facts);

		/** Whether another jurisdiction's policy governs their program on a day. */
		boolean isGovernedElsewhere(FactRecord facts, String program, LocalDate day);

	}

	PersonReview(ReviewOrder order, YearMonth from, Set<String> programs, LastDays lastDays,
			ObservedAssessment observed, Place place, Collection<Decision> decisions) {
		this(order, from, programs, lastDays, observed, place, decisions, Counting.NONE);
	}

	PersonReview(ReviewOrder order, YearMonth from, Set<String> programs, LastDays lastDays,
			ObservedAssessment observed, Place place, Collection<Decision> decisions, Counting counting) {
		this.counting = counting;
		this.lastDays = lastDays;
		this.order = order;
		this.from = from;
		this.observed = observed;
		this.place = place;
		this.ledger = new ReviewLedger(order, observed.known().id(), decisions);
		this.programs = programs;
		this.once = new OnceReview(this.ledger, observed, (key, answer) -> make(key, observed.explained(answer)));
	}

	public Reviewed review() {
		settle(this.from.minusMonths(1));
		for (YearMonth month = this.from; !month.isAfter(this.order.to()); month = month.plusMonths(1)) {
			Period period = Period.of(month);
			FactRecord facts = this.observed.known().on(period.firstDay());
			review(period, this.place.isInside(facts) ? this.programs : withoutHukou(month),
					Tally.People.of(facts, period.firstDay()));
		}
		endMonthsAlone(this.order.to());
		followUp();
		return this.ledger.reviewed(List.copyOf(this.undecided.values()), this.observed::facts);
	}

	/**
	 * What ended with the month before the run and is read on its last day: what changed
	 * in it may have been recorded since. Where that changes anything, so may what it
	 * displaced. It is not what was asked for, and not counted.
	 */
	private void settle(YearMonth month) {
		Set<String> ended = this.lastDays.endedWith(month);
		if (ended.isEmpty()) {
			return;
		}
		Period period = Period.of(month);
		Set<String> all = this.place.isInside(this.observed.known().on(period.firstDay())) ? this.programs
				: withoutHukou(month);
		Set<String> wanted = new HashSet<>(all);
		wanted.retainAll(ended);
		review(period, wanted, null);
		if (!this.ledger.made().isEmpty()) {
			Set<String> others = new HashSet<>(all);
			others.removeAll(wanted);
			review(period, others, null);
		}
	}

	/**
	 * What concerns somebody whose hukou lies elsewhere on the first day of a month: what
	 * stands, and what is read on its last day, if it lies here by then.
	 */
	private Set<String> withoutHukou(YearMonth month) {
		Set<String> programs = standingAt(Period.of(month));
		Set<String> last = this.lastDays.in(month);
		if (!last.isEmpty() && this.place.isInside(this.observed.known().on(month.atEndOfMonth()))) {
			programs.addAll(last);
		}
		return programs;
	}

	/** What stands with everything of this review so far. */
	EffectiveDecisions effective() {
		return this.ledger.effective();
	}

	/** What is granted for one month alone does not go on into the next. */
	private void endMonthsAlone(YearMonth month) {
		if (effective().keys().isEmpty()) {
			return;
		}
		String next = month.plusMonths(1).toString();
		for (DecisionKey key : List.copyOf(effective().keys())) {
			endInherited(key, next);
		}
	}

	/**
	 * Ends what stands for a month only since it stood for one before, to which it
	 * belongs alone.
	 */
	private void endInherited(DecisionKey key, String month) {
		Decision stands = inherited(key, month);
		if (stands != null && MonthAlone.isOfOneMonth(this.observed.book(), stands)) {
			this.ledger.end(key, month, MonthAlone.OVER);
		}
	}

	/**
	 * A month that is decided alone and cannot be decided has nothing of the month
	 * before, whichever version that was decided by.
	 */
	private void endUndecided(DecisionKey key, String month) {
		Decision stands = inherited(key, month);
		if (stands != null && (MonthAlone.isOfOneMonth(this.observed.book(), stands)
				|| MonthAlone.isOfOneMonth(this.observed.book(), key.program(), YearMonth.parse(month)))) {
			this.ledger.end(key, month, MonthAlone.OVER);
		}
	}

	/** What stands for a month only since it stood for one before. */
	private @Nullable Decision inherited(DecisionKey key, String month) {
		Decision stands = effective().standing(key, month);
		return (stands != null && stands.isMonthly() && !stands.period().equals(month) && this.ledger.isOurs(key))
				? stands : null;
	}

	/** No later month may inherit what held earlier only. */
	private void followUp() {
		for (YearMonth month = this.order.to().plusMonths(1); !this.ledger.made().isEmpty()
				&& !month.isAfter(this.order.current()); month = month.plusMonths(1)) {
			Period period = Period.of(month);
			Set<String> differing = differing(period);
			if (!differing.isEmpty()) {
				review(period, differing,
						Tally.People.of(this.observed.known().on(period.firstDay()), period.firstDay()));
				endMonthsAlone(month);
			}
			else if (nothingAfter(period.toString())) {
				return;
			}
		}
	}

	/** Whether every later month is as this one. */
	private boolean nothingAfter(String period) {
		for (Decision decision : this.ledger.made()) {
			if (this.once.isSought(decision)) {
				return false;
			}
			boolean later = decision.isMonthly()
					? this.ledger.before().changesAfter(decision.key(), period)
							|| effective().changesAfter(decision.key(), period)
					: decision.period().compareTo(period.substring(0, 4)) >= 0;
			if (later) {
				return false;
			}
		}
		return true;
	}

	/** Counts nothing where it is not said among whom. */
	private void review(Period month, Set<String> wanted, Tally.@Nullable People people) {
		FactRecord facts = this.observed.known().on(month.firstDay());
		Set<String> asked = this.place.isInside(facts) ? wanted : notHandedOver(month, facts, wanted, people);
		if (asked.isEmpty()) {
			return;
		}
		List<Assessment> answers = this.observed.plainAnswers(month, asked);
		for (Assessment answer : answers) {
			if (isNew(answer)) {
				take(answer, people);
			}
		}
		endVanishedClaims(month, asked, answers);
	}

	/** Ends what another jurisdiction pays now; the rest is asked as before. */
	private Set<String> notHandedOver(Period month, FactRecord facts, Set<String> wanted,
			Tally.@Nullable People people) {
		Set<String> kept = new HashSet<>(wanted);
		for (DecisionKey key : List.copyOf(effective().keys())) {
			if (this.ledger.isOurs(key) && wanted.contains(key.program())) {
				Period period = decided(key, month);
				if (this.place.isGovernedElsewhere(facts, key.program(), period.firstDay())) {
					this.ledger.end(key, period.toString(), "OTHER_JURISDICTION");
					count(key, period.toString(), people, null);
					kept.remove(key.program());
				}
			}
		}
		return kept;
	}

	/** The year or quarter for which a key is decided, or else the month. */
	private Period decided(DecisionKey key, Period month) {
		return Stream.of(month.year(), Period.quarter(month.firstDay()))
			.filter((period) -> effective().at(key, period.toString()) != null)
			.findFirst()
			.orElse(month);
	}

	/** A quarter or a year is answered once, however many of its months are looked at. */
	private boolean isNew(Assessment answer) {
		return switch (answer.program().cycle()) {
			case MONTH, CLAIM, ONCE -> true;
			case QUARTER, YEAR -> this.answeredPeriods.add(answer.program().id() + answer.period());
		};
	}

	private boolean differs(DecisionKey key, Assessment answer) {
		Decision stands = effective().standing(key, answer.period());
		if (stands == null) {
			return answer.outcome() != Outcome.NOT_ELIGIBLE || movedFrom(key, answer.period()) != null;
		}
		return !stands.says(DecisionOutcome.of(answer.outcome()), DecisionPlan.amount(answer), answer.inKind())
				&& !this.ledger.isNewer(stands);
	}

	private void take(Assessment answer, Tally.@Nullable People people) {
		DecisionKey key = key(answer);
		if (this.once.isGiven(key, answer)) {
			return;
		}
		if (!DecisionPlan.isDecidable(answer)) {
			this.undecided.putIfAbsent(answer.program().id(), undecided(answer));
			endUndecided(key, answer.period());
			count(key, answer.period(), people, answer);
			return;
		}
		if (differs(key, answer)) {
			Decision moved = movedFrom(key, answer.period());
			if (moved != null) {
				this.ledger.end(moved.key(), moved.period(), "CLAIM_GONE");
			}
			if (answer.outcome() != Outcome.NOT_ELIGIBLE || effective().standing(key, answer.period()) != null) {
				make(key, this.observed.explained(answer));
			}
		}
		count(key, answer.period(), people, null);
	}

	private void count(DecisionKey key, String period, Tally.@Nullable People people, @Nullable Assessment open) {
		if (people != null) {
			this.ledger.count(key, period, people, (open != null) ? NEEDS_INFORMATION : null);
			this.counting.counted(key, period, open);
		}
	}

	private void make(DecisionKey key, Assessment answer) {
		DecisionOutcome outcome = DecisionOutcome.of(answer.outcome());
		String reasons = ReasonsWriter.of(answer,
				(outcome == DecisionOutcome.NOT_ELIGIBLE) ? this.observed.whyNot(answer) : List.of());
		Decision stood = this.ledger.before().standing(key, answer.period());
		String because = (stood == null) ? "FIRST"
				: Objects.equals(stood.version(), answer.version()) ? "FACTS" : "VERSION";
		this.ledger.decide(key, answer.period(), outcome, DecisionPlan.amount(answer), answer.inKind(),
				answer.version(), answer.digest(), reasons, because);
	}

	/**
	 * Claims that were decided in a month and are no longer on file, or are another
	 * month's. Where the claims are not known, none of them is known to be gone.
	 */
	private void endVanishedClaims(Period month, Set<String> asked, List<Assessment> answers) {
		if (!effective().hasClaims()) {
			return;
		}
		FactRecord facts = this.observed.known().on(month.year().lastDay());
		Set<DecisionKey> answered = answers.stream().map(this::key).collect(Collectors.toSet());
		String period = month.toString();
		for (DecisionKey key : effective().keys()) {
			if (key.claim() != null && !key.isOnce() && this.ledger.isOurs(key) && asked.contains(key.program())
					&& !answered.contains(key) && effective().at(key, period) != null
					&& facts.claims(over(key.program()).list()) != null) {
				this.ledger.end(key, period, "CLAIM_GONE");
			}
		}
	}

	/** The list whose items are the claims of a program. */
	private Over over(String program) {
		return this.observed.book()
			.programs()
			.stream()
			.filter((one) -> one.id().equals(program))
			.findFirst()
			.map(Program::over)
			.orElse(Over.CLAIMS);
	}

	/** Where a claim was decided before its date was corrected. */
	private @Nullable Decision movedFrom(DecisionKey key, String period) {
		return (key.claim() != null && !key.isOnce()) ? effective().elsewhere(key, period).orElse(null) : null;
	}

	/** Programs of which something stands for a month. */
	private Set<String> standingAt(Period month) {
		Set<String> programs = new HashSet<>();
		for (DecisionKey key : effective().keys()) {
			if (this.ledger.isOurs(key) && (grantsAt(key, month.toString()) || grantsAt(key, month.year().toString())
					|| grantsAt(key, Period.quarter(month.firstDay()).toString()))) {
				programs.add(key.program());
			}
		}
		return programs;
	}

	private boolean grantsAt(DecisionKey key, String period) {
		Decision stands = effective().standing(key, period);
		return stands != null && stands.outcome().grants();
	}

	/**
	 * Programs of which something stood for a later month that would be something else
	 * now.
	 */
	private Set<String> differing(Period month) {
		Set<String> programs = new HashSet<>();
		String period = month.toString();
		for (Decision decision : this.ledger.made()) {
			DecisionKey key = decision.key();
			if (decision.isMonthly()) {
				Decision stood = this.ledger.before().standing(key, period);
				if (stood != null && !same(stood, effective().standing(key, period))) {
					programs.add(key.program());
				}
			}
			else if (key.isOnce()) {
				if (this.once.isSought(decision)) {
					programs.add(key.program());
				}
			}
			else if (key.claim() != null && decision.period().startsWith(period.substring(0, 4))) {
				programs.add(key.program());
			}
		}
		return programs;
	}

	private static boolean same(@Nullable Decision one, @Nullable Decision other) {
		return (one == null) ? other == null
				: other != null && one.says(other.outcome(), other.amount(), other.inKind());
	}

	private Undecided undecided(Assessment answer) {
		return Undecided.of(answer,
				(answer.outcome() == Outcome.NEEDS_INFORMATION) ? answer.missing() : List.of(DecisionPlan.APPLICATION));
	}

	private DecisionKey key(Assessment answer) {
		return (answer.claim() != null) ? newKey(answer)
				: this.keys.computeIfAbsent(answer.program().id(), (program) -> newKey(answer));
	}

	private DecisionKey newKey(Assessment answer) {
		return DecisionKey.of(this.observed.known().id(), this.order.jurisdiction(), answer);
	}

}
