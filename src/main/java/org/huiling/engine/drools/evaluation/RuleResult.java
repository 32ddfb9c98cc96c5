package org.huiling.engine.drools.evaluation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Truth;

/**
 * How one rule came out.
 *
 * @param rule the rule
 * @param truth whether it holds
 * @param conditions each of its conditions; empty if no explanation was asked for
 * @param grants what it grants, for a rule that holds; more than one only if its
 * alternatives differ; for an unknown rule only the refusal it could mean
 * @param open the ways in which a rule that is unknown could still grant
 */
public record RuleResult(RuleText rule, Truth truth, List<ConditionResult> conditions, List<Grant> grants,
		List<OpenWay> open) {

	/**
	 * Whether it holds and grants an amount.
	 * @return true if it does
	 */
	public boolean isPaid() {
		return this.truth == Truth.HOLDS && !this.grants.isEmpty() && this.grants.get(0) instanceof Grant.Amount;
	}

	/**
	 * The unknown fields of a rule that is unknown.
	 * @return sorted, empty for any other
	 */
	public Set<String> missing() {
		if (this.open.isEmpty()) {
			return Set.of();
		}
		Set<String> missing = new TreeSet<>();
		this.open.forEach((way) -> missing.addAll(way.missing()));
		return missing;
	}

}
