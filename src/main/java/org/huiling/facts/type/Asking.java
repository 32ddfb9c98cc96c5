package org.huiling.facts.type;

import org.huiling.facts.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * How a fact is asked for.
 *
 * @param turn its turn in the conversation (ask: in a fact file), null if forms never ask
 * for it
 * @param after the path of the fact that has to be known before, null if none has to
 * @param when the condition without which the fact is not there, and nobody is asked for
 * it; null if it always applies
 */
public record Asking(@Nullable Integer turn, @Nullable String after, @Nullable Expression when) {

	/** Nobody is asked. */
	public static final Asking NEVER = new Asking(null, null, null);

}
