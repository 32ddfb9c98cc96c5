package org.huiling.decision.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;

/**
 * Counts and money of a review, added up over people and periods.
 *
 * @param program the program
 * @param people whose they are
 * @param before the outcome that stood, empty if nothing did
 * @param after the outcome that stands afterwards; {@code NEEDS_INFORMATION} where it
 * could not be decided
 */
public record Tally(String program, People people, String before, String after) {

	/**
	 * People, or organisations, that are added up together.
	 *
	 * @param region the region of the hukou or of the organisation, empty if unknown
	 * @param ages ten years of age, such as {@code 80-89}, or {@code 0-59} or
	 * {@code 100+}; empty if unknown and for organisations, which have none
	 */
	public record People(String region, String ages) {

		static final People UNKNOWN = new People("", "");

		private static final int SIXTY = 60;

		private static final int HUNDRED = 100;

		private static final int TEN = 10;

		/** Those a person is counted among on a day. */
		public static People of(FactRecord facts, LocalDate day) {
			return new People(Objects.requireNonNullElse(facts.hukouRegion(), ""), ages(facts, day));
		}

		private static String ages(FactRecord facts, LocalDate day) {
			LocalDate birth = facts.birthDate();
			if (birth == null || facts.subject() != Subject.PERSON) {
				return "";
			}
			int age = Period.between(birth, day).getYears();
			if (age < SIXTY) {
				return "0-59";
			}
			int from = age / TEN * TEN;
			return (age >= HUNDRED) ? "100+" : from + "-" + (from + TEN - 1);
		}

	}

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
