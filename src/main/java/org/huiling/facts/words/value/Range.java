package org.huiling.facts.words.value;

import java.util.function.BinaryOperator;

import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/**
 * Between which values something lies that is not known: two amounts, or two whole
 * numbers.
 *
 * @param low the least it can be
 * @param high the most it can be
 */
public record Range(Object low, Object high) {

	/** Over some amounts, null if there are none. */
	public static @Nullable Range over(Iterable<Money> amounts) {
		Range all = null;
		for (Money one : amounts) {
			all = (all != null) ? all.and(one) : new Range(one, one);
		}
		return all;
	}

	/** What is known lies at one place. */
	public static @Nullable Range of(Object known) {
		return (known instanceof Comparable<?>) ? new Range(known, known) : null;
	}

	/**
	 * Where the outcome of a step lies, which goes only up or only down with either of
	 * its operands: at the corners.
	 * @param other where the second operand lies
	 * @param step null where there is no outcome
	 * @return null if there is none at a corner
	 */
	public @Nullable Range with(Range other, BinaryOperator<@Nullable Object> step) {
		Range all = null;
		for (Object one : new Object[] { this.low, this.high }) {
			for (Object two : new Object[] { other.low, other.high }) {
				Object corner = step.apply(one, two);
				if (corner == null || (all != null && corner.getClass() != all.low.getClass())) {
					return null;
				}
				all = (all != null) ? all.and(corner) : new Range(corner, corner);
			}
		}
		return all;
	}

	private Range and(Object value) {
		return new Range(isLess(value, this.low) ? value : this.low, isLess(this.high, value) ? value : this.high);
	}

	@SuppressWarnings("unchecked") // numbers or amounts, all of one kind
	static boolean isLess(Object one, Object other) {
		return ((Comparable<Object>) one).compareTo(other) < 0;
	}

}
