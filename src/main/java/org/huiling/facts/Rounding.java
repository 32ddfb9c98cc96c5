package org.huiling.facts;

import java.math.RoundingMode;

/**
 * 舍入: how an amount is rounded.
 *
 * @param decimals 2 for the fen, 0 for the whole yuan
 * @param mode half up, up (见角进元), or down
 */
public record Rounding(int decimals, RoundingMode mode) {

	/** To the fen, half up: where nothing else is stated. */
	public static final Rounding FEN = new Rounding(2, RoundingMode.HALF_UP);

	/**
	 * A rounding by its words.
	 * @param decimals {@code "2"} or {@code "0"}
	 * @param mode such as {@code "HALF_UP"}
	 * @return the rounding
	 */
	public static Rounding of(String decimals, String mode) {
		return new Rounding(Integer.parseInt(decimals), RoundingMode.valueOf(mode));
	}

}
