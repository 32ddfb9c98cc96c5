package org.huiling.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.huiling.decision.assessment.ObservedAssessment;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.decision.store.GivenOnce;
import org.huiling.decision.store.ReasonsWriter;
import org.huiling.engine.Assessment;
import org.huiling.engine.Cycle;
import org.huiling.engine.Outcome;
import org.huiling.facts.Period;
import org.huiling.problem.Refusal;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/**
 * Works out which decisions answers come to: only what differs from what stands becomes a
 * new one. A program that is applied for is paid back to the month its rule on late
 * application says.
 */
public final class DecisionPlan {

	/** The field that a policy with a rule on late application asks for. */
	public static final String APPLICATION = "applications[].date";

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private static final int CONFLICT = 409;

	private final ObservedAssessment observed;

	private final EffectiveDecisions effective;

	private final @Nullable Set<String> named;

	private final String decidedBy;

	private final @Nullable String reason;

	private final List<Decision> made = new ArrayList<>();

	private final Set<Decision> items = new LinkedHashSet<>();

	private final List<Undecided> undecided = new ArrayList<>();

	private final List<Given> given = new ArrayList<>();

	private final Set<String> begun = new HashSet<>();

	DecisionPlan(ObservedAssessment observed, EffectiveDecisions effective, @Nullable Set<String> named,
			String decidedBy, @Nullable String reason) {
		this.observed = observed;
		this.effective = effective;
		this.named = named;
		this.decidedBy = decidedBy;
		this.reason = reason;
	}

	/** What is to be written, in the order of its supersession. */
	List<Decision> made() {
		return this.made;
	}

	/** What stands afterwards for what was asked, new or not. */
	List<Decision> items() {
		return List.copyOf(this.items);
	}

	List<Undecided> undecided() {
		return this.undecided;
	}

	/** What was given in another month than one that was asked for. */
	List<Given> given() {
		return this.given;
	}

	/**
	 * What is given once and was given in another month than the one that was asked for.
	 *
	 * @param program the program's id
	 * @param period the month that was asked for
	 * @param by the decision that grants it
	 */
	record Given(String program, String period, Decision by) {
	}

	/** Answers in the order of programs, periods and claims. */
	void add(List<Assessment> answers) {
		for (Assessment answer : asked(answers)) {
			if (answer.program().cycle() == Cycle.ONCE) {
				decideOnce(answer);
				continue;
			}
			boolean first = this.begun.add(answer.program().id());
			if (first && answer.program().cycle() == Cycle.MONTH && isDecidable(answer) && grants(answer)) {
				earlier(answer).forEach(this::decide);
			}
			decide(answer);
		}
		List.copyOf(this.made).forEach(this::endWithItsMonth);
	}

	/**
	 * Of several months of what is given once those that are decided: the one in which it
	 * is due, any of which something stands, and else the last.
	 */
	private List<Assessment> asked(List<Assessment> answers) {
		Map<String, Assessment> last = new HashMap<>();
		answers.forEach((answer) -> {
			Assessment before = last.get(answer.program().id());
			if (before == null || before.outcome() == Outcome.NOT_ELIGIBLE) {
				last.put(answer.program().id(), answer);
			}
		});
		return answers.stream()
			.filter((answer) -> answer.program().cycle() != Cycle.ONCE || answer.outcome() != Outcome.NOT_ELIGIBLE
					|| answer.equals(last.get(answer.program().id()))
					|| this.effective.standing(key(answer), answer.period()) != null)
			.toList();
	}

	private void decideOnce(Assessment answer) {
		DecisionKey key = key(answer);
		Decision stands = this.effective.standing(key, answer.period());
		if (stands != null && stands.outcome().grants()) {
			decide(alone(answer.program().id(), Period.parse(answer.period())));
			return;
		}
		Optional<Decision> elsewhere = this.effective.given(key, answer.period(), answer.program());
		boolean moves = elsewhere.isPresent() && !GivenOnce.isDue(elsewhere.get(), key.jurisdiction(), this::alone);
		if (elsewhere.isPresent() && !moves) {
			this.items.add(elsewhere.get());
			if (!this.made.contains(elsewhere.get())) {
				this.given.add(new Given(key.program(), answer.period(), elsewhere.get()));
			}
			return;
		}
		if (moves && grants(answer) && isDecidable(answer)) {
			Decision ended = elsewhere.get();
			Assessment there = alone(key.program(), Period.parse(ended.period()));
			make(ended.key(), there, DecisionOutcome.of(there.outcome()), amount(there));
		}
		decide(answer);
	}

	private Assessment alone(String program, Period month) {
		return this.observed.answers(month, Set.of(program)).get(0);
	}

	/** What is granted for one month alone does not go on. */
	private void endWithItsMonth(Decision granted) {
		if (!granted.isMonthly() || !granted.outcome().grants()
				|| !MonthAlone.isOfOneMonth(this.observed.book(), granted)) {
			return;
		}
		String next = MonthAlone.after(granted);
		if (Objects.equals(this.effective.standing(granted.key(), next), granted)) {
			Decision at = this.effective.at(granted.key(), next);
			Decision end = new Decision(TimeOrderedId.next(), granted.key(), next, DecisionOutcome.NOT_ELIGIBLE,
					NOTHING, List.of(), null, null, ReasonsWriter.note(MonthAlone.OVER), null,
					this.observed.known().knownAt(), Instant.MAX, this.decidedBy, Decision.CASE, this.reason,
					(at != null) ? at.id() : null);
			this.effective.put(end);
			this.made.add(end);
		}
	}

	/** Months before the first that the application pays back, and nobody granted yet. */
	private List<Assessment> earlier(Assessment first) {
		List<Assessment> earlier = new ArrayList<>();
		String program = first.program().id();
		DecisionKey key = key(first);
		Period month = Period.parse(first.period());
		while (this.observed.asksForApplication(program, month)) {
			month = month.previous();
			Decision before = this.effective.standing(key, month.toString());
			Assessment answer = this.observed.answers(month, Set.of(program)).get(0);
			boolean granted = before != null && before.outcome().grants();
			if (granted || answer.outcome() == Outcome.NOT_ELIGIBLE) {
				break;
			}
			earlier.add(answer);
			if (!isDecidable(answer)) {
				break;
			}
		}
		Collections.reverse(earlier);
		return earlier;
	}

	private void decide(Assessment answer) {
		if (answer.outcome() == Outcome.NEEDS_INFORMATION) {
			this.undecided.add(Undecided.of(answer, answer.missing()));
		}
		else if (!isDecidable(answer)) {
			this.undecided.add(Undecided.of(answer, List.of(APPLICATION)));
		}
		else {
			compare(answer);
		}
	}

	private void compare(Assessment answer) {
		DecisionKey key = key(answer);
		if (!key.isOnce()) {
			refuseMovedClaim(key, answer.period());
		}
		DecisionOutcome outcome = DecisionOutcome.of(answer.outcome());
		BigDecimal amount = amount(answer);
		Decision stands = this.effective.standing(key, answer.period());
		boolean noPolicy = answer.version() == null;
		if (stands != null && stands.says(outcome, amount, answer.inKind())) {
			this.items.add(stands);
		}
		else if (stands != null || !noPolicy || this.named != null) {
			make(key, answer, outcome, amount);
		}
	}

	private void make(DecisionKey key, Assessment answer, DecisionOutcome outcome, BigDecimal amount) {
		Decision at = this.effective.at(key, answer.period());
		String reasons = ReasonsWriter.of(answer,
				(outcome == DecisionOutcome.NOT_ELIGIBLE) ? this.observed.whyNot(answer) : List.of());
		Decision decision = new Decision(TimeOrderedId.next(), key, answer.period(), outcome, amount, answer.inKind(),
				answer.version(), answer.digest(), reasons, null, this.observed.known().knownAt(), Instant.MAX,
				this.decidedBy, Decision.CASE, this.reason, (at != null) ? at.id() : null);
		this.effective.put(decision);
		this.made.add(decision);
		this.items.add(decision);
	}

	/** A claim whose date was corrected would be paid twice. */
	private void refuseMovedClaim(DecisionKey key, String period) {
		this.effective.elsewhere(key, period).ifPresent((other) -> {
			throw new Refusal(CONFLICT, "CLAIM_DECIDED_ELSEWHERE", String.valueOf(key.claim()), other.period(),
					other.id().toString());
		});
	}

	private DecisionKey key(Assessment answer) {
		return DecisionKey.of(this.observed.known().id(), this.observed.book().jurisdiction().id(), answer);
	}

	private static boolean grants(Assessment answer) {
		return answer.outcome() == Outcome.ELIGIBLE || answer.outcome() == Outcome.WITHHELD;
	}

	/** Nothing is granted on the assumption that it was applied for in time. */
	public static boolean isDecidable(Assessment answer) {
		return answer.outcome() != Outcome.NEEDS_INFORMATION && !(grants(answer)
				&& answer.assumptions().stream().anyMatch((note) -> "APPLIED_IN_TIME".equals(note.code())));
	}

	/** Yuan; nothing for what is granted in kind. */
	public static BigDecimal amount(Assessment answer) {
		if (!answer.inKind().isEmpty()) {
			return NOTHING;
		}
		if (answer.amount() == null) {
			throw new IllegalStateException("decided without an amount");
		}
		return answer.amount();
	}

}
