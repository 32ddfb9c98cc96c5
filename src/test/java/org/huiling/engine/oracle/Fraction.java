package org.huiling.engine.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact number: amounts in yuan and shares of one.
 *
 * @param above the numerator
 * @param below the denominator, positive, without a common divisor
 */
record Fraction(BigInteger above, BigInteger below) implements Comparable<Fraction> {

	static final Fraction ZERO = of(BigInteger.ZERO);

	private static final BigInteger TWO = BigInteger.TWO;

	Fraction {
		if (below.signum() == 0) {
			throw new ArithmeticException("no fraction of zero");
		}
		if (below.signum() < 0) {
			above = above.negate();
			below = below.negate();
		}
		BigInteger common = above.gcd(below);
		above = above.divide(common);
		below = below.divide(common);
	}

	static Fraction of(BigInteger number) {
		return new Fraction(number, BigInteger.ONE);
	}

	static Fraction of(BigDecimal number) {
		return (number.scale() <= 0) ? of(number.toBigIntegerExact())
				: new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
	}

	static Fraction of(String number) {
		return of(new BigDecimal(number));
	}

	Fraction plus(Fraction other) {
		return new Fraction(this.above.multiply(other.below).add(other.above.multiply(this.below)),
				this.below.multiply(other.below));
	}

	Fraction minus(Fraction other) {
		return plus(new Fraction(other.above.negate(), other.below));
	}

	Fraction times(Fraction other) {
		return new Fraction(this.above.multiply(other.above), this.below.multiply(other.below));
	}

	Fraction over(Fraction other) {
		return new Fraction(this.above.multiply(other.below), this.below.multiply(other.above));
	}

	Fraction least(Fraction other) {
		return (compareTo(other) <= 0) ? this : other;
	}

	Fraction most(Fraction other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	int sign() {
		return this.above.signum();
	}

	/** The largest whole number that is not larger. */
	BigInteger floor() {
		BigInteger[] parts = this.above.divideAndRemainder(this.below);
		return (parts[1].signum() < 0) ? parts[0].subtract(BigInteger.ONE) : parts[0];
	}

	/** The smallest whole number that is not smaller. */
	BigInteger ceiling() {
		return new Fraction(this.above.negate(), this.below).floor().negate();
	}

	@Override
	public int compareTo(Fraction other) {
		return this.above.multiply(other.below).compareTo(other.above.multiply(this.below));
	}

	/** To fen. */
	BigDecimal inFen() {
		return new BigDecimal(this.above.multiply(BigInteger.valueOf(100)).divide(this.below), 2);
	}

	@Override
	public String toString() {
		return this.above + "/" + this.below;
	}

	/** How a policy rounds. */
	record Rounding(Unit unit, Mode mode) {

		static final Rounding USUAL = new Rounding(Unit.FEN, Mode.HALF_UP);

		/** No more than an amount, in whole units. */
		Fraction down(Fraction amount) {
			return of(amount.over(this.unit.value).floor()).times(this.unit.value);
		}

		/** What is left of the sign away from zero, as amounts are rounded. */
		Fraction round(Fraction amount) {
			Fraction size = (amount.sign() < 0) ? ZERO.minus(amount) : amount;
			Fraction units = size.over(this.unit.value);
			BigInteger whole = switch (this.mode) {
				case UP -> units.ceiling();
				case DOWN -> units.floor();
				case HALF_UP -> units.plus(new Fraction(BigInteger.ONE, TWO)).floor();
			};
			Fraction rounded = of(whole).times(this.unit.value);
			return (amount.sign() < 0) ? ZERO.minus(rounded) : rounded;
		}

	}

	/** What amounts are rounded to. */
	enum Unit {

		/** A hundredth. */
		FEN("0.01"),

		/** One. */
		YUAN("1");

		private final Fraction value;

		Unit(String value) {
			this.value = of(value);
		}

		Fraction value() {
			return this.value;
		}

	}

	/** Which way. */
	enum Mode {

		/** Whatever is left counts as one more. */
		UP,

		/** Whatever is left is dropped. */
		DOWN,

		/** From a half on it counts as one more. */
		HALF_UP

	}

}
