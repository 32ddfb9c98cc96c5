package org.huiling.engine.drools.evaluation;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.drools.condition.BoundFacts;
import org.huiling.engine.drools.condition.FactBinder;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.condition.Plan;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Benefit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a version's plan. As soon as it meets a fact that is unknown, a fault, or is to
 * explain, it leaves the answer to the walk.
 */
public final class PlanEvaluator implements Evaluator {

	private final Plan plan;

	private final List<RuleText> rules;

	private final Evaluator walk;

	private final FactBinder binder;

	public PlanEvaluator(Plan plan, List<RuleText> rules, Evaluator walk, FactBinder binder) {
		this.plan = plan;
		this.rules = rules;
		this.walk = walk;
		this.binder = binder;
	}

	@Override
	public List<RuleResult> evaluate(FactSet facts) {
		if (facts.reads() != null) {
			return this.walk.evaluate(facts);
		}
		Grants grants = new Grants(this.rules);
		try {
			BoundFacts bound = this.binder.bind(facts);
			this.plan.run(bound.applicant(), bound.claim(), facts.awards(), grants, bound);
		}
		catch (Exception unknownOrFault) {
			return this.walk.evaluate(facts);
		}
		return grants.results;
	}

	/** Collects the grants of the rules that hold. */
	private static final class Grants implements Plan.Firings {

		private final List<RuleText> rules;

		private List<RuleResult> results = List.of();

		private @Nullable GrantSheet sheet;

		Grants(List<RuleText> rules) {
			this.rules = rules;
		}

		@Override
		public Benefit begin() {
			GrantSheet begun = new GrantSheet();
			this.sheet = begun;
			return begun;
		}

		@Override
		public void end(int rule) {
			Grant grant = (this.sheet != null) ? this.sheet.grant() : null;
			if (grant == null) {
				return;
			}
			RuleResult before = before(rule);
			if (before == null) {
				if (this.results.isEmpty()) {
					this.results = new ArrayList<>(2);
				}
				this.results.add(result(rule, List.of(grant)));
				return;
			}
			List<Grant> grants = new ArrayList<>(before.grants());
			WalkEvaluator.addDistinct(grants, grant);
			this.results.set(this.results.size() - 1, result(rule, grants));
		}

		/** What another alternative of the same rule said. */
		private @Nullable RuleResult before(int rule) {
			RuleResult last = this.results.isEmpty() ? null : this.results.get(this.results.size() - 1);
			return (last != null && last.rule().order() == rule) ? last : null;
		}

		private RuleResult result(int rule, List<Grant> grants) {
			return new RuleResult(this.rules.get(rule), Truth.HOLDS, List.of(), grants, List.of());
		}

	}

}
