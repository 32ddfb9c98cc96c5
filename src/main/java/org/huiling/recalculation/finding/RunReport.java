package org.huiling.recalculation.finding;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a run comes to.
 *
 * @param outcomes how many periods have which outcome, before and after
 * @param causes what changes for which reason
 * @param money what is paid, by program and region
 * @param ages what is paid, by age
 * @param total what is paid in all; null where it would be in several currencies
 * @param totals the same by currency, one for each that a jurisdiction of the run pays in
 */
public record RunReport(List<Outcomes> outcomes, List<Cause> causes, List<Money> money, List<AgeMoney> ages,
		@Nullable Total total, List<Total> totals) {

	/** Money before and after. */
	public interface Paid {

		/**
		 * What it is in.
		 * @return a code of ISO 4217
		 */
		String currency();

		/**
		 * What stood.
		 * @return an amount
		 */
		BigDecimal paidBefore();

		/**
		 * What the rules say now.
		 * @return an amount
		 */
		BigDecimal paidAfter();

	}

	/**
	 * Periods of a program that go from one outcome to another.
	 *
	 * @param program the program's id
	 * @param before the outcome that stood, null if nothing did
	 * @param after the outcome now, null if nothing stands
	 * @param periods how many
	 * @param paidBefore what stood
	 * @param paidAfter what the rules say now
	 * @param difference of the two
	 * @param currency what amounts are in, a code of ISO 4217
	 */
	public record Outcomes(String program, @Nullable String before, @Nullable String after, long periods,
			BigDecimal paidBefore, BigDecimal paidAfter, BigDecimal difference, String currency) implements Paid {
	}

	/**
	 * Changes of a program for one reason.
	 *
	 * @param because the code of the reason
	 * @param program the program's id
	 * @param changes how many
	 * @param difference a period, of all of them
	 * @param adjustment what payment owes or is owed for them, null if nothing was paid
	 * yet
	 * @param currency what amounts are in, a code of ISO 4217
	 */
	public record Cause(String because, String program, long changes, BigDecimal difference,
			@Nullable BigDecimal adjustment, String currency) {
	}

	/**
	 * What is paid of a program in a region.
	 *
	 * @param program the program's id
	 * @param region its code, null if it is not known
	 * @param paidBefore what stood
	 * @param paidAfter what the rules say now
	 * @param difference of the two
	 * @param currency what amounts are in, a code of ISO 4217
	 */
	public record Money(String program, @Nullable String region, BigDecimal paidBefore, BigDecimal paidAfter,
			BigDecimal difference, String currency) implements Paid {
	}

	/**
	 * What is paid to people of an age.
	 *
	 * @param ages from the youngest to the oldest, such as {@code 80-89}, null if they
	 * are not known
	 * @param paidBefore what stood
	 * @param paidAfter what the rules say now
	 * @param difference of the two
	 * @param currency what amounts are in, a code of ISO 4217
	 */
	public record AgeMoney(@Nullable String ages, BigDecimal paidBefore, BigDecimal paidAfter, BigDecimal difference,
			String currency) implements Paid {
	}

	/**
	 * What is paid in all.
	 *
	 * @param paidBefore what stood
	 * @param paidAfter what the rules say now
	 * @param difference of the two
	 * @param currency what amounts are in, a code of ISO 4217
	 */
	public record Total(BigDecimal paidBefore, BigDecimal paidAfter, BigDecimal difference,
			String currency) implements Paid {
	}

}
