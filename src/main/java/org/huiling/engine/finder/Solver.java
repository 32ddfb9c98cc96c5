package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.Truth;
import org.huiling.engine.drools.Clause;
import org.huiling.engine.drools.FactSet;

/**
 * Looks for an applicant who meets conditions: turns the knobs of a failing one, then two
 * knobs at a time, then all knobs that hang together.
 */
final class Solver {

	private static final int MOST_COMBINATIONS = 50_000;

	private final Trial trial;

	private final Values values;

	private final Deadline deadline;

	Solver(Trial trial, Values values, Deadline deadline) {
		this.trial = trial;
		this.values = values;
		this.deadline = deadline;
	}

	/**
	 * The nearest applicant.
	 *
	 * @param probe who meets most
	 * @param failing the conditions they do not meet
	 */
	record Nearest(Probe probe, List<Clause> failing) {

		boolean solved() {
			return this.failing.isEmpty() && this.probe.isPossible();
		}

		boolean betters(Nearest other) {
			return lacks() < other.lacks();
		}

		/** Somebody who cannot be recorded lacks one thing more. */
		private int lacks() {
			return this.failing.size() + (this.probe.isPossible() ? 0 : 1);
		}

	}

	Nearest solve(Probe start, List<Clause> clauses) {
		Nearest best = together(start, clauses);
		return best.solved() ? best : turnAll(best, clauses);
	}

	/** The same without trying everybody in the end. */
	Nearest together(Probe start, List<Clause> clauses) {
		Nearest best = judge(start, clauses);
		boolean better = true;
		while (!best.solved() && better && !this.deadline.isOver()) {
			Nearest next = turnOne(best, clauses);
			if (!next.betters(best)) {
				next = turnTwo(best, clauses);
			}
			better = next.betters(best);
			best = next;
		}
		return best;
	}

	private Nearest judge(Probe probe, List<Clause> clauses) {
		FactSet facts = this.trial.facts(probe);
		return new Nearest(probe, clauses.stream().filter((clause) -> clause.truth(facts) != Truth.HOLDS).toList());
	}

	private Set<Knob> knobs(List<Clause> clauses) {
		Set<Knob> knobs = new TreeSet<>();
		clauses.forEach((clause) -> knobs.addAll(this.values.knobs(clause)));
		return knobs;
	}

	private Nearest turnOne(Nearest from, List<Clause> clauses) {
		Nearest best = from;
		for (Knob knob : knobs(from.failing())) {
			for (Object value : this.values.of(knob)) {
				Nearest next = judge(from.probe().with(knob, value), clauses);
				best = next.betters(best) ? next : best;
			}
		}
		return best;
	}

	private Nearest turnTwo(Nearest from, List<Clause> clauses) {
		for (Knob knob : knobs(from.failing())) {
			for (Object value : this.values.of(knob)) {
				Probe turned = from.probe().with(knob, value);
				for (Knob other : knobs(clauses)) {
					if (other.equals(knob) || this.deadline.isOver()) {
						continue;
					}
					for (Object its : this.values.of(other)) {
						Nearest next = judge(turned.with(other, its), clauses);
						if (next.betters(from)) {
							return next;
						}
					}
				}
			}
		}
		return from;
	}

	/** Only so is it certain that nobody meets them all. */
	private Nearest turnAll(Nearest from, List<Clause> clauses) {
		Set<Knob> tied = knobs(from.failing());
		boolean grown = true;
		while (grown) {
			Set<Knob> more = new TreeSet<>(tied);
			clauses.stream()
				.map(this.values::knobs)
				.filter((own) -> own.stream().anyMatch(tied::contains))
				.forEach(more::addAll);
			grown = tied.addAll(more);
		}
		long combinations = 1;
		for (Knob knob : tied) {
			combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * this.values.of(knob).size());
		}
		List<Knob> knobs = new ArrayList<>(tied);
		return (combinations > MOST_COMBINATIONS) ? from : turnAll(from, from.probe(), knobs, 0, clauses);
	}

	private Nearest turnAll(Nearest best, Probe probe, List<Knob> knobs, int at, List<Clause> clauses) {
		if (at == knobs.size()) {
			Nearest next = judge(probe, clauses);
			return next.betters(best) ? next : best;
		}
		Nearest found = best;
		for (Object value : this.values.of(knobs.get(at))) {
			if (found.solved() || this.deadline.isOver()) {
				return found;
			}
			found = turnAll(found, probe.with(knobs.get(at), value), knobs, at + 1, clauses);
		}
		return found;
	}

}
