package org.huiling.facts.expression;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The period and the jurisdiction that derived facts are asked for.
 *
 * @param firstDay the first day of the period, the fact day
 * @param lastDay its last day
 * @param claimDay the day of the claim, null if it is not about one
 * @param regionPrefix what the region codes of the jurisdiction begin with
 */
public record Setting(LocalDate firstDay, LocalDate lastDay, @Nullable LocalDate claimDay, String regionPrefix) {
}
