package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.condition.RuleShape;
import org.huiling.engine.finder.Observations.Observation;
import org.huiling.engine.finder.Solver.Nearest;
import org.huiling.engine.finder.sample.Dimension;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Trial;
import org.huiling.engine.finder.sample.ValuesToTry;
import org.huiling.engine.reason.Truth;

/** Rules that hold for everybody who was tried, and single conditions that do. */
final class AlwaysTrue {

	private static final int MOST_TRIED = 2_000;

	private final List<RuleShape> shapes;

	private final ValuesToTry values;

	private final Trial trial;

	AlwaysTrue(List<RuleShape> shapes, ValuesToTry values, Trial trial) {
		this.shapes = shapes;
		this.values = values;
		this.trial = trial;
	}

	void look(List<List<Nearest>> nearest, Observations observations, Report report) {
		for (int rule = 0; rule < this.shapes.size(); rule++) {
			Observation held = observations.held().get(rule);
			if (held != null && !observations.silent().containsKey(rule)) {
				if (this.values.judges(this.shapes.get(rule))) {
					report.alwaysHolds(rule, held);
				}
			}
			else if (held != null) {
				int number = rule;
				Map<String, Sample> always = conditions(this.shapes.get(rule), nearest.get(rule));
				always.forEach((text, sample) -> report.conditionHolds(number, text, sample));
				implied(this.shapes.get(rule), nearest.get(rule), always.keySet())
					.forEach((text, sample) -> report.implied(number, text, sample));
			}
		}
	}

	/** Conditions that never fail, by text, with an applicant who meets the rule. */
	private Map<String, Sample> conditions(RuleShape shape, List<Nearest> nearest) {
		Map<String, Sample> conditions = new LinkedHashMap<>();
		for (int i = 0; i < nearest.size(); i++) {
			Sample meets = nearest.get(i).sample();
			if (nearest.get(i).solved()) {
				shape.branches()
					.get(i)
					.stream()
					.filter((clause) -> (clause.plain() || clause.items() != null) && this.values.judges(clause)
							&& neverFails(clause, meets))
					.forEach((clause) -> conditions.putIfAbsent(clause.text(), meets));
			}
		}
		return conditions;
	}

	/** Conditions that never fail where the others of their branch hold. */
	private Map<String, Sample> implied(RuleShape shape, List<Nearest> nearest, Set<String> always) {
		Map<String, Sample> implied = new LinkedHashMap<>();
		for (int i = 0; i < nearest.size(); i++) {
			Sample meets = nearest.get(i).sample();
			List<Clause> branch = new ArrayList<>(shape.branches().get(i));
			if (!nearest.get(i).solved() || nearest.size() > 1) {
				// what one alternative implies another may need
				continue;
			}
			for (Clause clause : shape.branches().get(i)) {
				if (clause.plain() && !always.contains(clause.text()) && isImplied(clause, branch, meets)) {
					implied.put(clause.text(), meets);
					branch.remove(clause);
				}
			}
		}
		return implied;
	}

	private boolean isImplied(Clause clause, List<Clause> branch, Sample from) {
		Set<Dimension> dimensions = new TreeSet<>(this.values.dimensions(clause));
		List<Clause> beside = branch.stream()
			.filter((other) -> other != clause
					&& this.values.dimensions(other).stream().anyMatch(this.values.dimensions(clause)::contains))
			.toList();
		beside.forEach((other) -> dimensions.addAll(this.values.dimensions(other)));
		if (beside.isEmpty() || dimensions.contains(Dimension.EARLIER) || !this.values.judges(clause)
				|| !beside.stream().allMatch(this.values::judges)) {
			return false;
		}
		List<Sample> samples = Combinations.of(from, dimensions, this.values, MOST_TRIED);
		return !samples.isEmpty() && samples.stream().noneMatch((sample) -> isMissed(clause, beside, sample))
				&& from.withoutOneFact().noneMatch((sample) -> isMissed(clause, beside, sample));
	}

	/**
	 * Of somebody of whom a fact is unknown one condition may ask for it where others do
	 * not.
	 */
	private boolean isMissed(Clause clause, List<Clause> beside, Sample sample) {
		FactSet facts = this.trial.facts(sample);
		return clause.truth(facts) != Truth.HOLDS
				&& beside.stream().allMatch((other) -> other.truth(facts) == Truth.HOLDS) && sample.isPossible();
	}

	/** Whether a condition holds whatever its dimensions are turned to. */
	private boolean neverFails(Clause clause, Sample from) {
		List<Dimension> dimensions = this.values.dimensions(clause)
			.stream()
			.filter((dimension) -> this.values.of(dimension).size() > 1)
			.toList();
		// what earlier claims were paid cannot be set at will
		return !dimensions.isEmpty() && !dimensions.contains(Dimension.EARLIER)
				&& neverFails(clause, from, dimensions, 0);
	}

	private boolean neverFails(Clause clause, Sample sample, List<Dimension> dimensions, int at) {
		if (at == dimensions.size()) {
			return clause.truth(this.trial.facts(sample)) == Truth.HOLDS;
		}
		return this.values.of(dimensions.get(at))
			.stream()
			.allMatch((value) -> neverFails(clause, sample.with(dimensions.get(at), value), dimensions, at + 1));
	}

}
