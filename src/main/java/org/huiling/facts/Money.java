package org.huiling.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of yuan. Never a double: an amount is a decimal, over a whole divisor
 * where something was shared out (1000 yuan among 3 stays 1000/3 until it is rounded, so
 * that a comparison or a rounding is decided on the exact value).
 */
public final class Money implements Comparable<Money> {

	/** Nothing. */
	public static final Money ZERO = new Money(BigDecimal.ZERO, 1);

	private final BigDecimal numerator;

	private final long divisor;

	private Money(BigDecimal numerator, long divisor) {
		this.numerator = numerator;
		this.divisor = divisor;
	}

	/**
	 * An amount in yuan.
	 * @param yuan a decimal such as {@code 100.00}
	 * @return the exact amount
	 */
	public static Money of(BigDecimal yuan) {
		return new Money(yuan, 1);
	}

	/**
	 * An amount in yuan.
	 * @param yuan a decimal number such as {@code "100.00"}
	 * @return the exact amount
	 */
	public static Money of(String yuan) {
		return of(new BigDecimal(yuan));
	}

	/**
	 * The sum of two amounts.
	 * @param other what is added
	 * @return this + other
	 */
	public Money plus(Money other) {
		if (this.divisor == other.divisor) {
			return new Money(this.numerator.add(other.numerator), this.divisor);
		}
		return new Money(over(other.divisor).add(other.over(this.divisor)),
				Math.multiplyExact(this.divisor, other.divisor));
	}

	/**
	 * The difference of two amounts; it may be negative.
	 * @param other what is taken away
	 * @return this − other
	 */
	public Money minus(Money other) {
		return plus(new Money(other.numerator.negate(), other.divisor));
	}

	/**
	 * A share of this amount.
	 * @param ratio the share, for example 30 %
	 * @return this × ratio, exact
	 */
	public Money times(Ratio ratio) {
		return new Money(this.numerator.multiply(ratio.value()), this.divisor);
	}

	/**
	 * A multiple of this amount, for example hours × price.
	 * @param count how many times
	 * @return this × count
	 */
	public Money times(int count) {
		return new Money(this.numerator.multiply(BigDecimal.valueOf(count)), this.divisor);
	}

	/**
	 * An equal share among some persons.
	 * @param persons how many share, at least 1
	 * @return this ÷ persons, exact
	 */
	public Money sharedBy(int persons) {
		if (persons < 1) {
			throw new ArithmeticException("an amount cannot be shared by " + persons);
		}
		return new Money(this.numerator, Math.multiplyExact(this.divisor, (long) persons));
	}

	/**
	 * The lower of two amounts.
	 * @param most an upper limit
	 * @return this, or the limit if this is above it
	 */
	public Money atMost(Money most) {
		return (compareTo(most) > 0) ? most : this;
	}

	/**
	 * The higher of two amounts.
	 * @param least a lower limit
	 * @return this, or the limit if this is below it
	 */
	public Money atLeast(Money least) {
		return (compareTo(least) < 0) ? least : this;
	}

	/**
	 * What of this amount lies above a line.
	 * @param line the line
	 * @return this − line, or zero if this does not reach the line
	 */
	public Money above(Money line) {
		return minus(line).atLeast(ZERO);
	}

	/**
	 * How many whole steps are completed in this amount: 定额 “每满 500 元”.
	 * @param unit the size of a step, more than nothing
	 * @return ⌊this ÷ unit⌋, 0 where this is below zero
	 */
	public int steps(Money unit) {
		return Math.max(0, over(unit, RoundingMode.FLOOR).intValueExact());
	}

	/**
	 * How many steps are begun in this amount: 定额 “每 500 元，不足 500 元的按 500 元计”.
	 * @param unit the size of a step, more than nothing
	 * @return ⌈this ÷ unit⌉, 0 where this is below zero
	 */
	public int startedSteps(Money unit) {
		return Math.max(0, over(unit, RoundingMode.CEILING).intValueExact());
	}

	/**
	 * The next lower multiple of a unit.
	 * @param unit more than nothing
	 * @return ⌊this ÷ unit⌋ × unit
	 */
	public Money floorTo(Money unit) {
		return unit.multiple(over(unit, RoundingMode.FLOOR));
	}

	/**
	 * The next higher multiple of a unit.
	 * @param unit more than nothing
	 * @return ⌈this ÷ unit⌉ × unit
	 */
	public Money ceilTo(Money unit) {
		return unit.multiple(over(unit, RoundingMode.CEILING));
	}

	/** How often a unit goes into this; nobody counts in steps of nothing. */
	private BigDecimal over(Money unit, RoundingMode mode) {
		if (!unit.isPositive()) {
			throw new ArithmeticException("an amount has no steps of " + unit);
		}
		return over(unit.divisor).divide(unit.over(this.divisor), 0, mode);
	}

	private Money multiple(BigDecimal count) {
		return new Money(this.numerator.multiply(count), this.divisor);
	}

	/**
	 * Rounded in the middle of a formula as policies do that state no rounding: to the
	 * fen, half up.
	 * @return the rounded amount
	 */
	public Money rounded() {
		return rounded(Rounding.FEN);
	}

	/**
	 * Rounded in the middle of a formula.
	 * @param rounding what the policy states
	 * @return the rounded amount
	 */
	public Money rounded(Rounding rounding) {
		return of(rounded(rounding.decimals(), rounding.mode()));
	}

	/**
	 * Whether this is more than nothing.
	 * @return true above 0.00
	 */
	public boolean isPositive() {
		return this.numerator.signum() > 0;
	}

	/**
	 * Rounded as a policy states it.
	 * @param decimals 2 for the fen, 0 for the whole yuan
	 * @param mode the direction
	 * @return a decimal with two places
	 */
	public BigDecimal rounded(int decimals, RoundingMode mode) {
		BigDecimal exact = this.numerator;
		BigDecimal rounded = (this.divisor == 1) ? exact.setScale(decimals, mode)
				: exact.divide(BigDecimal.valueOf(this.divisor), decimals, mode);
		return rounded.setScale(2, RoundingMode.UNNECESSARY);
	}

	/**
	 * For people to read: exact where the decimal ends, else to six places.
	 * @return a decimal with at least two places
	 */
	public BigDecimal shown() {
		if (this.divisor == 1 && this.numerator.scale() == 2) {
			return this.numerator;
		}
		BigDecimal shown = (this.divisor == 1) ? this.numerator
				: this.numerator.divide(BigDecimal.valueOf(this.divisor), 6, RoundingMode.HALF_UP);
		shown = shown.stripTrailingZeros();
		return (shown.scale() < 2) ? shown.setScale(2, RoundingMode.UNNECESSARY) : shown;
	}

	private BigDecimal over(long factor) {
		return this.numerator.multiply(BigDecimal.valueOf(factor));
	}

	@Override
	public int compareTo(Money other) {
		if (this.divisor == other.divisor) {
			return this.numerator.compareTo(other.numerator);
		}
		return over(other.divisor).compareTo(other.over(this.divisor));
	}

	@Override
	public boolean equals(Object other) {
		return this == other || (other instanceof Money money && compareTo(money) == 0);
	}

	@Override
	public int hashCode() {
		if (this.numerator.signum() == 0) {
			return 0;
		}
		return rounded(2, RoundingMode.DOWN).hashCode();
	}

	@Override
	public String toString() {
		return shown().toPlainString();
	}

}
