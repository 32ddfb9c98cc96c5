package org.huiling.applicant;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Of whom a list of people is: everything that is given holds together.
 *
 * @param region below which a record of theirs lies; null for all that the user reaches
 * @param bornFrom the earliest birth date, null for any
 * @param bornTo the latest birth date, null for any
 * @param appliedFor the id of a program that a record says they applied for, null for any
 * @param granted the id of a program that was granted to them, now or before, null for
 * any
 */
public record PeopleFilter(@Nullable String region, @Nullable LocalDate bornFrom, @Nullable LocalDate bornTo,
		@Nullable String appliedFor, @Nullable String granted) {

	/** Those of a region. */
	public static PeopleFilter of(@Nullable String region) {
		return new PeopleFilter(region, null, null, null, null);
	}

	/** Without anything that tells of whom. */
	@Override
	public String toString() {
		return "PeopleFilter";
	}

}
