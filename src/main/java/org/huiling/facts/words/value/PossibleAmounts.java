package org.huiling.facts.words.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

import org.huiling.facts.Money;
import org.huiling.facts.dictionary.Contradiction;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * What a recorded number or amount can be that is not known: its declared bounds, and the
 * amounts below which it would be refused. That it would be refused above another one is
 * not counted on: a claim of which the eligible cost is not told leaves later claims
 * open.
 */
public final class PossibleAmounts {

	/** What no amount is above, and no whole number (nine digits) beyond. */
	private static final BigDecimal MOST_YUAN = new BigDecimal("999999999999.99");

	private static final BigDecimal MOST_WHOLE = BigDecimal.valueOf(999_999_999);

	private final boolean money;

	private final BigDecimal low;

	private final BigDecimal high;

	private final List<Integer> atLeast = new ArrayList<>();

	private PossibleAmounts(Fact fact) {
		Bounds bounds = fact.bounds();
		this.money = fact.type() == FactType.MONEY;
		BigDecimal least = this.money ? BigDecimal.ZERO : MOST_WHOLE.negate();
		this.low = (bounds.min() != null) ? bounds.min() : least;
		this.high = (bounds.max() != null) ? bounds.max() : this.money ? MOST_YUAN : MOST_WHOLE;
	}

	/** Null for what is neither an amount nor a whole number. */
	public static @Nullable PossibleAmounts of(Dictionary dictionary, RecordShape shape, Fact fact) {
		if (fact.type() != FactType.MONEY && fact.type() != FactType.INTEGER) {
			return null;
		}
		PossibleAmounts limits = new PossibleAmounts(fact);
		String own = (fact.list() != null) ? fact.name() : fact.path();
		for (Contradiction one : dictionary.contradictions()) {
			if (one.refused() && Objects.equals(one.list(), fact.list())
					&& one.when() instanceof Expression.Comparison comparison) {
				String least = least(comparison, own);
				if (least != null) {
					limits.atLeast.add(shape.slot(least));
				}
			}
		}
		return limits;
	}

	/** What a fact is never below, where that would be refused. */
	private static @Nullable String least(Expression.Comparison refused, String own) {
		if (!(refused.left() instanceof Expression.Name left) || !(refused.right() instanceof Expression.Name right)) {
			return null;
		}
		return switch (refused.comparator()) {
			case MORE -> right.path().equals(own) ? left.path() : null;
			case LESS -> left.path().equals(own) ? right.path() : null;
			default -> null;
		};
	}

	/** By what else is recorded of the same person or item. */
	public Range range(IntFunction<@Nullable Object> recorded) {
		BigDecimal least = this.low;
		for (int slot : this.atLeast) {
			if (recorded.apply(slot) instanceof BigDecimal other) {
				least = least.max(other);
			}
		}
		return this.money ? new Range(Money.of(least), Money.of(this.high))
				: new Range(least.intValue(), this.high.intValue());
	}

}
