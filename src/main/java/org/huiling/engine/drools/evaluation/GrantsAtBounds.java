package org.huiling.engine.drools.evaluation;

import java.util.Objects;

import org.huiling.engine.drools.condition.Scope;
import org.huiling.facts.Money;
import org.huiling.facts.words.Supposition;
import org.jspecify.annotations.Nullable;

/**
 * What a consequence grants wherever the amounts lie that it reads and nobody knows: it
 * goes only up or only down with each of them, so their bounds tell.
 *
 * @param told what was said where it grants most, or least where it grants the same
 * everywhere: what is beyond a ceiling is then no more than is sure
 * @param same whether it grants the same everywhere, as far as its ceiling lets it
 */
record GrantsAtBounds(GrantSheet told, boolean same) {

	/** Runs a consequence against each sheet; throws where it cannot. */
	interface Consequence {

		void execute(Scope scope, GrantSheet sheet) throws Exception;

	}

	/** Null if no bounds are known, or it grants something else than an amount. */
	static @Nullable GrantsAtBounds of(Consequence consequence, Scope scope) {
		Supposition corners = scope.facts().supposition();
		Scope supposing = scope.supposing();
		GrantSheet highest = null;
		GrantSheet lowest = null;
		boolean same = true;
		try {
			do {
				GrantSheet sheet = new GrantSheet();
				consequence.execute(supposing, sheet);
				if (!(sheet.grant() instanceof Grant.Amount amount)) {
					return null;
				}
				if (highest == null || lowest == null || !(highest.grant() instanceof Grant.Amount most)
						|| !(lowest.grant() instanceof Grant.Amount least)) {
					highest = sheet;
					lowest = sheet;
					continue;
				}
				if (!Objects.equals(amount.ceiling(), most.ceiling())) {
					return null;
				}
				// a grant of nothing has no ceiling that a sum would heed
				same &= paid(amount).equals(paid(most)) && amount.exact().isPositive() == most.exact().isPositive();
				highest = (amount.exact().compareTo(most.exact()) > 0) ? sheet : highest;
				lowest = (amount.exact().compareTo(least.exact()) < 0) ? sheet : lowest;
			}
			while (corners.next());
		}
		catch (Exception noBounds) {
			return null;
		}
		return new GrantsAtBounds(same ? lowest : highest, same);
	}

	private static Money paid(Grant.Amount amount) {
		return (amount.ceiling() != null) ? amount.exact().atMost(amount.ceiling()) : amount.exact();
	}

}
