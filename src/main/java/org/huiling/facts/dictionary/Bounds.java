package org.huiling.facts.dictionary;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the values of a fact may be.
 *
 * @param min the least number, null if there is none
 * @param max the largest number, null if there is none
 * @param decimals the most digits behind the point
 * @param longest the most characters of a text
 * @param pattern what a whole text must match, null if it may be any; never backtracks
 * @param notBefore days before which a date may not lie
 * @param notAfter days after which a date may not lie
 */
public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max, int decimals, int longest,
		@Nullable String pattern, List<DayLimit> notBefore, List<DayLimit> notAfter) {

	/** Values without bounds of their own. */
	public static final Bounds NONE = new Bounds(null, null, 0, 0, null, List.of(), List.of());

	public Bounds {
		notBefore = List.copyOf(notBefore);
		notAfter = List.copyOf(notAfter);
	}

	/**
	 * Whether a number lies within.
	 * @param number the number
	 * @return true from the least to the largest, both included
	 */
	public boolean contains(BigDecimal number) {
		return (this.min == null || number.compareTo(this.min) >= 0)
				&& (this.max == null || number.compareTo(this.max) <= 0);
	}

}
