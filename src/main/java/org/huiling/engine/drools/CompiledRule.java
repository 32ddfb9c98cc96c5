package org.huiling.engine.drools;

import java.util.ArrayList;
import java.util.List;

import org.drools.model.Consequence;
import org.drools.model.Variable;
import org.huiling.engine.Truth;

/**
 * A rule that can be evaluated: what its author wrote, and what Drools made of it.
 *
 * @param text as written
 * @param branches the ways in which it can hold
 * @param consequence what follows
 * @param steady whether what it grants goes only up or only down with each amount
 */
record CompiledRule(RuleText text, List<Branch> branches, Consequence consequence, boolean steady) {

	/** The result of not holding, with nothing explained. */
	RuleResult failed() {
		return new RuleResult(this.text, Truth.FAILS, List.of(), List.of(), List.of());
	}

	/** Whether the consequence reads nothing that differs between the branches. */
	boolean grantsAlikeInEveryBranch() {
		if (this.branches.size() == 1) {
			return true;
		}
		for (Variable<?> variable : this.consequence.getVariables()) {
			if (this.branches.stream().map((branch) -> branch.bindings().get(variable)).distinct().count() > 1) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The conditions for people to read: what all branches share one by one, the
	 * alternatives as one.
	 */
	List<Condition> conditions() {
		if (this.branches.size() == 1) {
			return this.branches.get(0).conditions();
		}
		List<Condition> shared = new ArrayList<>(this.branches.get(0).conditions());
		this.branches.forEach((branch) -> shared.retainAll(branch.conditions()));
		List<Condition> alternatives = new ArrayList<>();
		for (Branch branch : this.branches) {
			List<Condition> own = new ArrayList<>(branch.conditions());
			own.removeAll(shared);
			alternatives.add(new Condition.All(own));
		}
		List<Condition> all = new ArrayList<>(shared);
		all.add(new Condition.Any(alternatives));
		return all;
	}

}
