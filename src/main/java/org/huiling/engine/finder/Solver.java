package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.finder.sample.Dimension;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Trial;
import org.huiling.engine.finder.sample.ValuesToTry;
import org.huiling.engine.reason.Truth;

/**
 * Looks for an applicant who meets conditions: turns the dimensions of a failing one,
 * then two dimensions at a time, then all dimensions that hang together.
 */
final class Solver {

	private static final int MOST_COMBINATIONS = 50_000;

	private final Trial trial;

	private final ValuesToTry values;

	private final Deadline deadline;

	Solver(Trial trial, ValuesToTry values, Deadline deadline) {
		this.trial = trial;
		this.values = values;
		this.deadline = deadline;
	}

	/**
	 * The nearest applicant.
	 *
	 * @param sample who meets most
	 * @param failing the conditions they do not meet
	 */
	record Nearest(Sample sample, List<Clause> failing) {

		boolean solved() {
			return this.failing.isEmpty() && this.sample.isPossible();
		}

		boolean betters(Nearest other) {
			return lacks() < other.lacks();
		}

		/** Somebody who cannot be recorded lacks one thing more. */
		private int lacks() {
			return this.failing.size() + (this.sample.isPossible() ? 0 : 1);
		}

	}

	Nearest solve(Sample start, List<Clause> clauses) {
		Nearest best = together(start, clauses);
		return best.solved() ? best : turnAll(best, clauses);
	}

	/** The same without trying everybody in the end. */
	Nearest together(Sample start, List<Clause> clauses) {
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

	private Nearest judge(Sample sample, List<Clause> clauses) {
		FactSet facts = this.trial.facts(sample);
		return new Nearest(sample, clauses.stream().filter((clause) -> clause.truth(facts) != Truth.HOLDS).toList());
	}

	private Set<Dimension> dimensions(List<Clause> clauses) {
		Set<Dimension> dimensions = new TreeSet<>();
		clauses.forEach((clause) -> dimensions.addAll(this.values.dimensions(clause)));
		return dimensions;
	}

	private Nearest turnOne(Nearest from, List<Clause> clauses) {
		Nearest best = from;
		for (Dimension dimension : dimensions(from.failing())) {
			for (Object value : this.values.of(dimension)) {
				Nearest next = judge(from.sample().with(dimension, value), clauses);
				best = next.betters(best) ? next : best;
			}
		}
		return best;
	}

	private Nearest turnTwo(Nearest from, List<Clause> clauses) {
		for (Dimension dimension : dimensions(from.failing())) {
			for (Object value : this.values.of(dimension)) {
				Sample turned = from.sample().with(dimension, value);
				for (Dimension other : dimensions(clauses)) {
					if (other.equals(dimension) || this.deadline.isOver()) {
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
		Set<Dimension> tied = dimensions(from.failing());
		boolean grown = true;
		while (grown) {
			Set<Dimension> more = new TreeSet<>(tied);
			clauses.stream()
				.map(this.values::dimensions)
				.filter((own) -> own.stream().anyMatch(tied::contains))
				.forEach(more::addAll);
			grown = tied.addAll(more);
		}
		long combinations = 1;
		for (Dimension dimension : tied) {
			combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * this.values.of(dimension).size());
		}
		List<Dimension> dimensions = new ArrayList<>(tied);
		return (combinations > MOST_COMBINATIONS) ? from : turnAll(from, from.sample(), dimensions, 0, clauses);
	}

	private Nearest turnAll(Nearest best, Sample sample, List<Dimension> dimensions, int at, List<Clause> clauses) {
		if (at == dimensions.size()) {
			Nearest next = judge(sample, clauses);
			return next.betters(best) ? next : best;
		}
		Nearest found = best;
		for (Object value : this.values.of(dimensions.get(at))) {
			if (found.solved() || this.deadline.isOver()) {
				return found;
			}
			found = turnAll(found, sample.with(dimensions.get(at), value), dimensions, at + 1, clauses);
		}
		return found;
	}

}
