package org.huiling.facts.type;

import java.math.BigDecimal;
import java.time.LocalDate;
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
 * @param earlier what the largest number was before a day, null if it always was that
 */
public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max, int decimals, int longest,
		@Nullable String pattern, List<DayLimit> notBefore, List<DayLimit> notAfter, @Nullable Earlier earlier) {

	/** Values without bounds of their own. */
	public static final Bounds NONE = new Bounds(null, null, 0, 0, null, List.of(), List.of());

	public Bounds {
		notBefore = List.copyOf(notBefore);
		notAfter = List.copyOf(notAfter);
	}

	/**
	 * Values that always were these.
	 * @param min the least number, null if there is none
	 * @param max the largest number, null if there is none
	 * @param decimals the most digits behind the point
	 * @param longest the most characters of a text
	 * @param pattern what a whole text must match, null if it may be any
	 * @param notBefore days before which a date may not lie
	 * @param notAfter days after which a date may not lie
	 */
	public Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max, int decimals, int longest,
			@Nullable String pattern, List<DayLimit> notBefore, List<DayLimit> notAfter) {
		this(min, max, decimals, longest, pattern, notBefore, notAfter, null);
	}

	/**
	 * The same as versions of some day know them.
	 * @param day on which a version came into force
	 * @return these where the version knows every value
	 */
	public Bounds before(LocalDate day) {
		Earlier then = this.earlier;
		return (then == null || !day.isBefore(then.before())) ? this : new Bounds(this.min, then.max(), this.decimals,
				this.longest, this.pattern, this.notBefore, this.notAfter, then);
	}

	/**
	 * Whether there are more values than these by now.
	 * @return true of what {@link #before} has narrowed
	 */
	public boolean isOfBefore() {
		return this.earlier != null && this.max != null && this.earlier.max().compareTo(this.max) == 0;
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
