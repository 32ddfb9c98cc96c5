package org.huiling.engine.drools;

import java.util.List;
import java.util.Set;

import org.huiling.engine.ConditionResult;
import org.huiling.engine.Truth;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/**
 * How one rule came out.
 *
 * @param rule the rule
 * @param truth whether it holds
 * @param conditions each of its conditions; empty if no explanation was asked for
 * @param grants what it grants, for a rule that holds; more than one only if its
 * alternatives differ; for an unknown rule only the refusal it could mean
 * @param missing the unknown fields of a rule that is unknown
 * @param bound for an unknown rule the most it could grant, null if that is not known
 */
public record RuleResult(RuleText rule, Truth truth, List<ConditionResult> conditions, List<Grant> grants,
		Set<String> missing, @Nullable Money bound) {
}
