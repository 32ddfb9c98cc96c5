package org.huiling.engine.finder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Truth;
import org.huiling.engine.drools.Clause;
import org.huiling.engine.drools.RuleShape;
import org.huiling.engine.finder.Sightings.Sight;
import org.huiling.engine.finder.Solver.Nearest;

/** Rules that hold for everybody who was tried, and single conditions that do. */
final class AlwaysTrue {

	private final List<RuleShape> shapes;

	private final Values values;

	private final Trial trial;

	AlwaysTrue(List<RuleShape> shapes, Values values, Trial trial) {
		this.shapes = shapes;
		this.values = values;
		this.trial = trial;
	}

	void look(List<List<Nearest>> nearest, Sightings sightings, Report report) {
		for (int rule = 0; rule < this.shapes.size(); rule++) {
			Sight held = sightings.held().get(rule);
			if (held != null && !sightings.silent().containsKey(rule)) {
				if (this.values.judges(this.shapes.get(rule))) {
					report.alwaysHolds(rule, held);
				}
			}
			else if (held != null) {
				int number = rule;
				conditions(this.shapes.get(rule), nearest.get(rule))
					.forEach((text, probe) -> report.conditionHolds(number, text, probe));
			}
		}
	}

	/** Conditions that never fail, by text, with an applicant who meets the rule. */
	private Map<String, Probe> conditions(RuleShape shape, List<Nearest> nearest) {
		Map<String, Probe> conditions = new LinkedHashMap<>();
		for (int i = 0; i < nearest.size(); i++) {
			Probe meets = nearest.get(i).probe();
			if (nearest.get(i).solved()) {
				shape.branches()
					.get(i)
					.stream()
					.filter((clause) -> clause.plain() && this.values.judges(clause) && neverFails(clause, meets))
					.forEach((clause) -> conditions.putIfAbsent(clause.text(), meets));
			}
		}
		return conditions;
	}

	/** Whether a condition holds whatever its knobs are turned to. */
	private boolean neverFails(Clause clause, Probe from) {
		List<Knob> knobs = this.values.knobs(clause)
			.stream()
			.filter((knob) -> this.values.of(knob).size() > 1)
			.toList();
		// what earlier claims were paid cannot be set at will
		return !knobs.isEmpty() && !knobs.contains(Knob.EARLIER) && neverFails(clause, from, knobs, 0);
	}

	private boolean neverFails(Clause clause, Probe probe, List<Knob> knobs, int at) {
		if (at == knobs.size()) {
			return clause.truth(this.trial.facts(probe)) == Truth.HOLDS;
		}
		return this.values.of(knobs.get(at))
			.stream()
			.allMatch((value) -> neverFails(clause, probe.with(knobs.get(at), value), knobs, at + 1));
	}

}
