package org.huiling.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.huiling.engine.Assessment;
import org.huiling.engine.Cycle;
import org.huiling.engine.Explain;
import org.huiling.engine.Outcome;
import org.huiling.engine.Program;
import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.Period;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/**
 * Reviews one person, month by month: what the rules say against what stands. Only
 * differences become decisions, so equal months are one; a refusal is only written where
 * something stood, and what cannot be decided leaves standing what stands.
 */
final class PersonReview {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private static final String NEEDS_INFORMATION = Outcome.NEEDS_INFORMATION.name();

	private final ReviewOrder order;

	private final Hearing hearing;

	private final Predicate<ApplicantRecord> inside;

	/** What stood before anything of this review. */
	private final Standing before;

	private final Standing standing;

	private final Map<String, Program> programs;

	private final List<Decision> made = new ArrayList<>();

	private final List<DecisionChange> changes = new ArrayList<>();

	private final Map<String, Undecided> undecided = new LinkedHashMap<>();

	private final Map<Tally, Tally.Sum> tallies = new HashMap<>();

	private final Set<String> answeredYears = new HashSet<>();

	PersonReview(ReviewOrder order, Hearing hearing, Predicate<ApplicantRecord> inside,
			Collection<Decision> decisions) {
		this.order = order;
		this.hearing = hearing;
		this.inside = inside;
		this.before = Standing.of(decisions);
		this.standing = Standing.of(decisions);
		this.programs = hearing.book()
			.programs()
			.stream()
			.filter((program) -> !Program.STACKING.equals(program.id()) && order.asksFor(program.id()))
			.collect(Collectors.toMap(Program::id, (program) -> program, (one, other) -> one, LinkedHashMap::new));
	}

	Reviewed review() {
		for (YearMonth month = this.order.from(); !month.isAfter(this.order.to()); month = month.plusMonths(1)) {
			Period period = Period.of(month);
			ApplicantRecord facts = this.hearing.known().on(period.firstDay());
			review(period, this.inside.test(facts) ? this.programs.keySet() : standingAt(period), region(facts));
		}
		followUp();
		return new Reviewed(this.hearing.known().id(), this.changes, List.copyOf(this.undecided.values()), this.tallies,
				this.made, this.made.isEmpty() ? null : this.hearing.facts(), null);
	}

	/** No later month may inherit what held earlier only. */
	private void followUp() {
		for (YearMonth month = this.order.to().plusMonths(1); !this.made.isEmpty()
				&& !month.isAfter(this.order.current()); month = month.plusMonths(1)) {
			Period period = Period.of(month);
			Set<String> differing = differing(period);
			if (!differing.isEmpty()) {
				review(period, differing, region(this.hearing.known().on(period.firstDay())));
			}
			else if (nothingAfter(period.toString())) {
				return;
			}
		}
	}

	/** Whether every later month is as this one. */
	private boolean nothingAfter(String period) {
		for (Decision decision : this.made) {
			boolean later = decision.isMonthly()
					? this.before.changesAfter(decision.key(), period)
							|| this.standing.changesAfter(decision.key(), period)
					: decision.period().compareTo(period.substring(0, 4)) >= 0;
			if (later) {
				return false;
			}
		}
		return true;
	}

	private void review(Period month, Set<String> asked, String region) {
		if (asked.isEmpty()) {
			return;
		}
		List<Assessment> answers = this.hearing.answers(month, asked, Explain.NONE);
		Set<String> differing = new HashSet<>();
		for (Assessment answer : answers) {
			if (isNew(answer) && differs(answer)) {
				differing.add(answer.program().id());
			}
		}
		Map<List<@Nullable String>, Assessment> explained = new HashMap<>();
		if (!differing.isEmpty()) {
			this.hearing.answers(month, differing).forEach((answer) -> explained.put(place(answer), answer));
		}
		for (Assessment answer : answers) {
			if (isNew(answer)) {
				take(explained.getOrDefault(place(answer), answer), region);
			}
		}
		answers.stream()
			.filter((answer) -> answer.program().cycle() == Cycle.YEAR)
			.forEach((answer) -> this.answeredYears.add(answer.program().id() + answer.period()));
		endVanishedClaims(month, asked, answers);
	}

	/** A year is answered once, however many of its months are looked at. */
	private boolean isNew(Assessment answer) {
		return !this.answeredYears.contains(answer.program().id() + answer.period());
	}

	private boolean differs(Assessment answer) {
		if (!DecisionPlan.isDecidable(answer)) {
			return false;
		}
		DecisionKey key = key(answer);
		Decision stands = this.standing.standing(key, answer.period());
		if (stands == null) {
			return answer.outcome() != Outcome.NOT_ELIGIBLE || movedFrom(key, answer.period()) != null;
		}
		return !stands.says(DecisionOutcome.of(answer.outcome()), DecisionPlan.amount(answer)) && !isNewer(stands);
	}

	private void take(Assessment answer, String region) {
		DecisionKey key = key(answer);
		if (!DecisionPlan.isDecidable(answer)) {
			this.undecided.putIfAbsent(answer.program().id(), undecided(answer));
			count(key, answer.period(), region, NEEDS_INFORMATION);
			return;
		}
		if (differs(answer)) {
			Decision moved = movedFrom(key, answer.period());
			if (moved != null) {
				end(moved.key(), moved.period(), "CLAIM_GONE");
			}
			if (answer.outcome() != Outcome.NOT_ELIGIBLE || this.standing.standing(key, answer.period()) != null) {
				make(key, answer);
			}
		}
		count(key, answer.period(), region, null);
	}

	private void make(DecisionKey key, Assessment answer) {
		DecisionOutcome outcome = DecisionOutcome.of(answer.outcome());
		String reasons = Reasons.of(answer,
				(outcome == DecisionOutcome.NOT_ELIGIBLE) ? this.hearing.whyNot(answer) : List.of());
		Decision stood = this.standing.standing(key, answer.period());
		String because = (stood == null) ? "FIRST"
				: Objects.equals(stood.version(), answer.version()) ? "FACTS" : "VERSION";
		put(decision(key, answer.period(), outcome, DecisionPlan.amount(answer), answer.version(), answer.digest(),
				reasons), stood, because);
	}

	private void end(DecisionKey key, String period, String because) {
		Decision stood = this.standing.standing(key, period);
		if (stood != null && stood.outcome().grants() && !isNewer(stood)) {
			put(decision(key, period, DecisionOutcome.NOT_ELIGIBLE, NOTHING, null, null, Reasons.note(because)), stood,
					because);
		}
	}

	private Decision decision(DecisionKey key, String period, DecisionOutcome outcome, BigDecimal amount,
			@Nullable String version, @Nullable String digest, String reasons) {
		Decision at = this.standing.at(key, period);
		return new Decision(TimeOrderedId.next(), key, period, outcome, amount, version, digest, reasons, null,
				this.order.knownAt(), Instant.MAX, this.order.orderedBy(), this.order.cause(), this.order.reason(),
				(at != null) ? at.id() : null);
	}

	private void put(Decision decision, @Nullable Decision stood, String because) {
		this.standing.put(decision);
		this.made.add(decision);
		DecisionKey key = decision.key();
		this.changes.add(new DecisionChange(decision.id(), key.applicant(), key.program(), decision.period(),
				key.claim(), (stood != null) ? DecisionChange.Stand.of(stood) : null, DecisionChange.Stand.of(decision),
				because));
	}

	/**
	 * Claims that were decided in a month and are no longer on file, or are another
	 * month's.
	 */
	private void endVanishedClaims(Period month, Set<String> asked, List<Assessment> answers) {
		Set<DecisionKey> answered = answers.stream().map(this::key).collect(Collectors.toSet());
		String period = month.toString();
		for (DecisionKey key : this.standing.keys()) {
			if (key.claim() != null && isOurs(key) && asked.contains(key.program()) && !answered.contains(key)
					&& this.standing.at(key, period) != null) {
				end(key, period, "CLAIM_GONE");
			}
		}
	}

	/** Where a claim was decided before its date was corrected. */
	private @Nullable Decision movedFrom(DecisionKey key, String period) {
		return this.standing.elsewhere(key, period).orElse(null);
	}

	/** Programs of which something stands for a month. */
	private Set<String> standingAt(Period month) {
		Set<String> programs = new HashSet<>();
		for (DecisionKey key : this.standing.keys()) {
			if (isOurs(key) && (grantsAt(key, month.toString()) || grantsAt(key, month.year().toString()))) {
				programs.add(key.program());
			}
		}
		return programs;
	}

	private boolean grantsAt(DecisionKey key, String period) {
		Decision stands = this.standing.standing(key, period);
		return stands != null && stands.outcome().grants();
	}

	/**
	 * Programs of which something stood for a later month that would be something else
	 * now.
	 */
	private Set<String> differing(Period month) {
		Set<String> programs = new HashSet<>();
		String period = month.toString();
		for (Decision decision : this.made) {
			DecisionKey key = decision.key();
			if (decision.isMonthly()) {
				Decision stood = this.before.standing(key, period);
				if (stood != null && !same(stood, this.standing.standing(key, period))) {
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
		return (one == null) ? other == null : other != null && one.says(other.outcome(), other.amount());
	}

	/** Somebody decided with newer knowledge than the run's. */
	private boolean isNewer(Decision stands) {
		return stands.knownAt().isAfter(this.order.knownAt());
	}

	private boolean isOurs(DecisionKey key) {
		return key.jurisdiction().equals(this.order.jurisdiction()) && this.programs.containsKey(key.program());
	}

	private Undecided undecided(Assessment answer) {
		return Undecided.of(answer,
				(answer.outcome() == Outcome.NEEDS_INFORMATION) ? answer.missing() : List.of(DecisionPlan.APPLICATION));
	}

	/** Only what was asked for is added up, not the months that are followed up. */
	private void count(DecisionKey key, String period, String region, @Nullable String outcome) {
		if (Period.parse(period).firstDay().isAfter(this.order.to().atEndOfMonth())) {
			return;
		}
		Decision stood = this.before.standing(key, period);
		Decision stands = this.standing.standing(key, period);
		if (stood == null && stands == null && outcome == null) {
			return;
		}
		Tally tally = new Tally(key.program(), region, (stood != null) ? stood.outcome().name() : "",
				(outcome != null) ? outcome : (stands != null) ? stands.outcome().name() : "");
		this.tallies.merge(tally, new Tally.Sum(1, paid(stood), paid(stands)), Tally.Sum::plus);
	}

	private static BigDecimal paid(@Nullable Decision decision) {
		return (decision != null) ? DecisionChange.Stand.of(decision).paid() : NOTHING;
	}

	private static String region(ApplicantRecord facts) {
		ApplicantRecord.Hukou hukou = facts.hukou();
		return (hukou != null && hukou.region() != null) ? hukou.region() : "";
	}

	private DecisionKey key(Assessment answer) {
		return new DecisionKey(this.hearing.known().id(), this.order.jurisdiction(), answer.program().id(),
				answer.claim());
	}

	private static List<@Nullable String> place(Assessment answer) {
		return Arrays.asList(answer.program().id(), answer.period(), answer.claim());
	}

}
