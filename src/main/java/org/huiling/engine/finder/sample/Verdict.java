package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a version answers a sample. Rules are told by their place among the rules.
 *
 * @param grants the rules that hold, with what each would pay by itself; null for one
 * that does something else than pay
 * @param winner the rule that is paid, null if nothing is
 * @param conflict the rules that grant against each other, or the one that does
 * @param fault the rule that could not be worked out
 * @param incalculable the fact that could not be, null if it was another thing
 * @param amount what is paid, null if there is no answer
 */
public record Verdict(Map<Integer, @Nullable BigDecimal> grants, @Nullable Integer winner, List<Integer> conflict,
		@Nullable Integer fault, @Nullable String incalculable, @Nullable BigDecimal amount) {

	/** Whether something is paid, or would be but for a conflict. */
	public boolean pays() {
		return this.winner != null || !this.conflict.isEmpty();
	}

	public boolean holds(int rule) {
		return this.grants.containsKey(rule);
	}

}
