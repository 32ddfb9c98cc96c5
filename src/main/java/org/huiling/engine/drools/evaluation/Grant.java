package org.huiling.engine.drools.evaluation;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.Thing;
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
	 * @param thing what is granted in kind, of which {@code exact} is the quantity; null
	 * where it is money
	 */
	record Amount(Money exact, @Nullable Money ceiling, boolean ceilingForKind, Map<String, @Nullable Object> values,
			@Nullable Thing thing) implements Grant {

		public Amount(Money exact, @Nullable Money ceiling, boolean ceilingForKind,
				Map<String, @Nullable Object> values) {
			this(exact, ceiling, ceilingForKind, values, null);
		}

		boolean sameAs(Grant other) {
			return other instanceof Amount amount && this.exact.equals(amount.exact)
					&& Objects.equals(this.ceiling, amount.ceiling) && Objects.equals(this.thing, amount.thing);
		}

		Amount with(Map<String, @Nullable Object> read) {
			return new Amount(this.exact, this.ceiling, this.ceilingForKind, read, this.thing);
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
