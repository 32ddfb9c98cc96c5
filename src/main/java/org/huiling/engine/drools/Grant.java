package org.huiling.engine.drools;

import java.util.Map;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/** What a rule's consequence said. */
public sealed interface Grant {

	/**
	 * An amount, not rounded yet.
	 *
	 * @param exact yuan, inside the limits the rule states
	 * @param ceiling what the calendar year can pay at most, null if the rule states none
	 * @param ceilingForKind whether only earlier claims of the same kind use it up
	 * @param values what the consequence read
	 */
	record Amount(Money exact, @Nullable Money ceiling, boolean ceilingForKind,
			Map<String, @Nullable Object> values) implements Grant {

		boolean sameAs(Grant other) {
			return other instanceof Amount amount && this.exact.equals(amount.exact)
					&& java.util.Objects.equals(this.ceiling, amount.ceiling);
		}

	}

	/**
	 * A refusal that no grant outweighs.
	 *
	 * @param reason why
	 */
	record Decline(Bilingual reason) implements Grant {
	}

	/**
	 * Of some programs only one is paid.
	 *
	 * @param programs the programs that exclude each other
	 * @param kind which one is paid
	 */
	record KeepOne(Set<String> programs, Code kind) implements Grant {
	}

}
