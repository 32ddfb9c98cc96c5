package org.huiling.engine.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.engine.oracle.DrawnProgram.Wins;

/** What a program gives somebody, worked out from the manual. */
public final class Expected {

	private final DrawnProgram program;

	/** What was paid earlier in the year, by kind of claim. */
	private final Map<Object, Fraction> paid = new LinkedHashMap<>();

	private boolean openEarlier;

	Expected(DrawnProgram program) {
		this.program = program;
	}

	/** What a rule comes to. */
	private record Held(DrawnRule rule, Fraction amount) {
	}

	/**
	 * The answer to the next question: a month, or the claims of a year one by one.
	 */
	Answer next(Situation situation) {
		Answer answer = answer(situation);
		if (this.program.isByClaim()) {
			if (answer.isDefinite()) {
				this.paid.merge(situation.fact(World.CLAIM_KIND), Fraction.of(Objects.requireNonNull(answer.amount())),
						Fraction::plus);
			}
			else {
				this.openEarlier = true;
			}
		}
		return answer;
	}

	private Answer answer(Situation situation) {
		List<Held> held = new ArrayList<>();
		boolean fault = false;
		boolean open = false;
		boolean declined = false;
		for (DrawnRule rule : this.program.rules()) {
			Object truth = rule.truth().of(situation);
			fault |= truth == Gone.FAULT;
			open |= truth == Gone.UNKNOWN;
			if (Boolean.TRUE.equals(truth)) {
				if (rule.amount() == null) {
					declined = true;
					continue;
				}
				Object amount = rule.amount().of(situation);
				fault |= amount == Gone.FAULT;
				open |= amount == Gone.UNKNOWN;
				// what comes to nothing is no component
				if (amount instanceof Fraction known && (this.program.wins() != Wins.SUM || known.sign() > 0)) {
					held.add(new Held(rule, known));
				}
			}
		}
		open |= this.openEarlier && held.stream().anyMatch((one) -> one.rule().ceiling() != null);
		if (open) {
			return declined ? Answer.NOTHING : Answer.OPEN;
		}
		if (fault) {
			return Answer.FAULT;
		}
		return declined ? Answer.NOTHING : granted(held, situation);
	}

	private Answer granted(List<Held> held, Situation situation) {
		if (held.isEmpty()) {
			return Answer.NOTHING;
		}
		if (this.program.wins() == Wins.NONE && held.stream()
			.filter((one) -> of(one.amount(), List.of(one.rule()), situation).kind() == Answer.Kind.GRANTED)
			.count() > 1) {
			return Answer.CONFLICT;
		}
		if (this.program.wins() == Wins.SUM) {
			Fraction sum = held.stream()
				.map(Held::amount)
				.filter((one) -> one.compareTo(Fraction.ZERO) > 0)
				.reduce(Fraction.ZERO, Fraction::plus);
			return of(sum, held.stream().map(Held::rule).toList(), situation);
		}
		return held.stream()
			.map((one) -> of(one.amount(), List.of(one.rule()), situation))
			.max(Comparator.comparing((one) -> Objects.requireNonNull(one.amount())))
			.orElseThrow();
	}

	/** Rounded once, then no more than what is left of the ceilings. */
	private Answer of(Fraction amount, List<DrawnRule> rules, Situation situation) {
		Fraction rounded = this.program.rounding().round(amount);
		for (DrawnRule rule : rules) {
			if (rule.ceiling() != null) {
				Fraction used = rule.forKind() ? this.paid.getOrDefault(situation.fact(World.CLAIM_KIND), Fraction.ZERO)
						: this.paid.values().stream().reduce(Fraction.ZERO, Fraction::plus);
				rounded = rounded
					.least(this.program.rounding().down(((Fraction) rule.ceiling().of(situation)).minus(used)));
			}
		}
		BigDecimal fen = rounded.inFen();
		return Answer.of(fen);
	}

}
