package org.huiling.engine.reason;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a rule asks, as a tree.
 *
 * @param kind what the parts come to
 * @param text as its author wrote it
 * @param items what rules call the items of the list that {@link Kind#EXISTS} looks for,
 * such as {@code Member}; else null
 * @param parts none of a {@link Kind#TEST}
 */
public record RuleTree(Kind kind, String text, @Nullable String items, List<RuleTree> parts) {

	/** What the parts come to. */
	public enum Kind {

		/** Asked of a fact: it has no parts. */
		TEST,

		/** Its part does not hold. */
		NOT,

		/** Some item of a list of whom all parts hold. */
		EXISTS,

		/** One of its parts holds. */
		ANY,

		/** All of its parts hold. */
		ALL

	}

	public RuleTree {
		parts = List.copyOf(parts);
	}

}
