package org.huiling.input;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Numbers of JSON taken exactly. Digits and exponent are looked at before anything is
 * rescaled: {@code 1e999999999} written out would fill the memory.
 */
public final class JsonAmounts {

	private static final int WHOLE_DIGITS = 12;

	static final String MOST = "999999999999.99";

	private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);

	private JsonAmounts() {
	}

	/**
	 * What is wrong with a number as yuan.
	 * @param number as it stands
	 * @return null if nothing is
	 */
	public static @Nullable ShapeFault fault(BigDecimal number) {
		if (number.signum() < 0) {
			return ShapeFault.NEGATIVE;
		}
		if (number.signum() == 0) {
			return null;
		}
		if ((long) number.precision() - number.scale() > WHOLE_DIGITS) {
			return ShapeFault.TOO_LARGE;
		}
		if (number.scale() > 2 && number.stripTrailingZeros().scale() > 2) {
			return ShapeFault.TOO_MANY_DECIMALS;
		}
		return null;
	}

	/**
	 * What is wrong with an exact number of some decimals.
	 * @param number as it stands
	 * @param decimals the most digits behind the point
	 * @return null if nothing is
	 */
	public static @Nullable ShapeFault fault(BigDecimal number, int decimals) {
		if (number.signum() == 0) {
			return null;
		}
		if ((long) number.precision() - number.scale() > WHOLE_DIGITS) {
			return ShapeFault.TOO_LARGE;
		}
		boolean finer = number.scale() > decimals && number.stripTrailingZeros().scale() > decimals;
		return finer ? ShapeFault.DECIMALS : null;
	}

	/**
	 * A number as yuan.
	 * @param number one without fault
	 * @return with two decimals
	 */
	public static BigDecimal yuan(BigDecimal number) {
		return (number.signum() != 0) ? number.setScale(2) : ZERO;
	}

	/** A whole number of at most nine digits, or null; 2, 2.0 and 2e0 are the same. */
	static @Nullable Integer whole(JsonNode number) {
		if (number.isInt()) {
			return number.intValue();
		}
		BigDecimal exact = number.decimalValue();
		if (exact.signum() == 0) {
			return 0;
		}
		if ((long) exact.precision() - exact.scale() > 9 || exact.stripTrailingZeros().scale() > 0) {
			return null;
		}
		return exact.intValueExact();
	}

}
