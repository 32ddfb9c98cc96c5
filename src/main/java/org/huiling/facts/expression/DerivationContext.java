package org.huiling.facts.expression;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The period and the jurisdiction that derived facts are asked for.
 *
 * @param firstDay the first day of the period
 * @param lastDay its last day
 * @param factDay the day on which records are read, as a rule the first one
 * @param claimDay the day of the claim, null if it is not about one
 * @param regionPrefix what the region codes of the jurisdiction begin with
 */
public record DerivationContext(LocalDate firstDay, LocalDate lastDay, LocalDate factDay, @Nullable LocalDate claimDay,
		String regionPrefix) {

	/**
	 * Where records are read on the first day.
	 * @param firstDay the first day of the period, the fact day
	 * @param lastDay its last day
	 * @param claimDay the day of the claim, null if it is not about one
	 * @param regionPrefix what the region codes of the jurisdiction begin with
	 */
	public DerivationContext(LocalDate firstDay, LocalDate lastDay, @Nullable LocalDate claimDay, String regionPrefix) {
		this(firstDay, lastDay, firstDay, claimDay, regionPrefix);
	}

}
