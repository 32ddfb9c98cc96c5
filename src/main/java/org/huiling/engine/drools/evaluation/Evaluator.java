package org.huiling.engine.drools.evaluation;

import java.util.List;

import org.huiling.engine.drools.condition.FactSet;

/**
 * A way to evaluate the rules of one version. All ways give the same grants for facts
 * that are known.
 */
public interface Evaluator {

	/**
	 * Evaluates every rule.
	 * @param facts the facts of one applicant, period and claim
	 * @return results in the order of the rules; a way that cannot say more gives only
	 * those that hold
	 */
	List<RuleResult> evaluate(FactSet facts);

}
