package org.huiling.facts;

import java.math.BigDecimal;

/**
 * An exact share, such as 30 % or 0.735. Never rounded: only the amount at the end is.
 *
 * @param value the share as a number, 0.30 for 30 %
 */
public record Ratio(BigDecimal value) implements Comparable<Ratio> {

	/**
	 * A share given in percent.
	 * @param percent 30 for 30 %
	 * @return the share
	 */
	public static Ratio percent(String percent) {
		return new Ratio(new BigDecimal(percent).movePointLeft(2));
	}

	/**
	 * This ratio raised by an uplift.
	 * @param kind an {@link UpliftKind}: whether the uplift counts percentage points or
	 * relative percent
	 * @param uplift n/100
	 * @return ratio + n/100 for points, ratio × (1 + n/100) for relative
	 */
	public Ratio uplifted(Code kind, Ratio uplift) {
		return (kind == UpliftKind.POINTS) ? new Ratio(this.value.add(uplift.value))
				: new Ratio(this.value.multiply(BigDecimal.ONE.add(uplift.value)));
	}

	/**
	 * The lower of two ratios.
	 * @param most an upper limit
	 * @return this, or the limit if this is above it
	 */
	public Ratio atMost(Ratio most) {
		return (compareTo(most) > 0) ? most : this;
	}

	@Override
	public int compareTo(Ratio other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Ratio ratio && compareTo(ratio) == 0;
	}

	@Override
	public int hashCode() {
		return this.value.stripTrailingZeros().hashCode();
	}

	/** In percent, as a policy writes it: {@code 73.5%}. */
	@Override
	public String toString() {
		return this.value.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
	}

}
