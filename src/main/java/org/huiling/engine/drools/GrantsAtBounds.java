package org.huiling.engine.drools;

import java.util.Objects;

import org.huiling.facts.Money;
import org.huiling.facts.words.Supposition;
import org.jspecify.annotations.Nullable;

/**
 * What a consequence grants wherever the amounts lie that it reads and nobody knows: it
 * goes only up or only down with each of them, so their bounds tell.
 *
 * @param highest what was said where it grants most
 * @param same whether it grants the same everywhere, as far as its ceiling lets it
 */
record GrantsAtBounds(GrantSheet highest, boolean same) {

	/** Runs a consequence against each sheet; throws where it cannot. */
	interface Consequence {

		void execute(Scope scope, GrantSheet sheet) throws Exception;

	}

	/** Null if no bounds are known, or it grants something else than an amount. */
	static @Nullable GrantsAtBounds of(Consequence consequence, Scope scope) {
		Supposition corners = scope.facts().supposition();
		Scope supposing = scope.supposing();
		GrantSheet highest = null;
		boolean same = true;
		try {
			do {
				GrantSheet sheet = new GrantSheet();
				consequence.execute(supposing, sheet);
				if (!(sheet.grant() instanceof Grant.Amount amount)) {
					return null;
				}
				if (highest == null || !(highest.grant() instanceof Grant.Amount most)) {
					highest = sheet;
					continue;
				}
				if (!Objects.equals(amount.ceiling(), most.ceiling())) {
					return null;
				}
				same &= paid(amount).equals(paid(most));
				highest = (amount.exact().compareTo(most.exact()) > 0) ? sheet : highest;
			}
			while (corners.next());
		}
		catch (Exception noBounds) {
			return null;
		}
		return new GrantsAtBounds(highest, same);
	}

	private static Money paid(Grant.Amount amount) {
		return (amount.ceiling() != null) ? amount.exact().atMost(amount.ceiling()) : amount.exact();
	}

}
