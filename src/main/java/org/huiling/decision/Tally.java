package org.huiling.decision;

import java.math.BigDecimal;

/**
 * Counts and money of a review, added up over people and periods.
 *
 * @param program the program
 * @param region the region of the hukou, empty if unknown
 * @param before the outcome that stood, empty if nothing did
 * @param after the outcome that stands afterwards; {@code NEEDS_INFORMATION} where it
 * could not be decided
 */
public record Tally(String program, String region, String before, String after) {

	/**
	 * What is added up.
	 *
	 * @param periods how many months, years or claims
	 * @param paidBefore yuan
	 * @param paidAfter yuan
	 */
	public record Sum(long periods, BigDecimal paidBefore, BigDecimal paidAfter) {

		/**
		 * Both together.
		 * @param other another sum
		 * @return the sum of the two
		 */
		public Sum plus(Sum other) {
			return new Sum(this.periods + other.periods, this.paidBefore.add(other.paidBefore),
					this.paidAfter.add(other.paidAfter));
		}

	}
}
