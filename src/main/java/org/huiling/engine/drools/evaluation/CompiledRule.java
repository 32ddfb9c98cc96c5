package org.huiling.engine.drools.evaluation;

import java.util.ArrayList;
import java.util.List;

import org.drools.model.Consequence;
import org.drools.model.Variable;
import org.huiling.engine.drools.condition.Branch;
import org.huiling.engine.drools.condition.Condition;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.reason.Truth;

/**
 * A rule that can be evaluated: what its author wrote, and what Drools made of it.
 *
 * @param text as written
 * @param branches the ways in which it can hold
 * @param consequence what follows
 * @param steady whether what it grants goes only up or only down with each amount
 * @param grantsAlikeInEveryBranch whether the consequence reads nothing that differs
 * between the branches
 * @param conditions for people to read: what all branches share one by one, the
 * alternatives as one
 * @param failed the result of not holding, with nothing explained
 */
public record CompiledRule(RuleText text, List<Branch> branches, Consequence consequence, boolean steady,
		boolean grantsAlikeInEveryBranch, List<Condition> conditions, RuleResult failed) {

	/**
	 * A rule as it was read.
	 * @param text as written
	 * @param branches the ways in which it can hold
	 * @param consequence what follows
	 * @param steady whether what it grants goes only up or only down with each amount
	 */
	CompiledRule(RuleText text, List<Branch> branches, Consequence consequence, boolean steady) {
		this(text, branches, consequence, steady, grantsAlike(branches, consequence), conditions(branches),
				new RuleResult(text, Truth.FAILS, List.of(), List.of(), List.of()));
	}

	private static boolean grantsAlike(List<Branch> branches, Consequence consequence) {
		if (branches.size() == 1) {
			return true;
		}
		for (Variable<?> variable : consequence.getVariables()) {
			if (branches.stream().map((branch) -> branch.bindings().get(variable)).distinct().count() > 1) {
				return false;
			}
		}
		return true;
	}

	private static List<Condition> conditions(List<Branch> branches) {
		if (branches.size() == 1) {
			return branches.get(0).conditions();
		}
		List<Condition> shared = new ArrayList<>(branches.get(0).conditions());
		branches.forEach((branch) -> shared.retainAll(branch.conditions()));
		List<Condition> alternatives = new ArrayList<>();
		for (Branch branch : branches) {
			List<Condition> own = new ArrayList<>(branch.conditions());
			own.removeAll(shared);
			alternatives.add(new Condition.All(own));
		}
		List<Condition> all = new ArrayList<>(shared);
		all.add(new Condition.Any(alternatives));
		return all;
	}

}
