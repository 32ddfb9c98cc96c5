package org.huiling.facts.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Claims that may be one claim entered twice, and stays in hospital of which one begins
 * before the other ends. That somebody is discharged and admitted again on one day is
 * nothing odd: they are moved from one hospital to another.
 */
public final class DoubtfulStays {

	private DoubtfulStays() {
	}

	/**
	 * A claim that does not go together with another one.
	 *
	 * @param claim its place in the list
	 * @param other the place of the other one
	 * @param same whether they may be one claim under two numbers, or overlap only
	 */
	public record Doubt(int claim, int other, boolean same) {
	}

	/**
	 * Finds the claims that do not go together.
	 * @param claims of one person
	 * @return one for each such claim, in the order of the list, with the first other one
	 */
	public static List<Doubt> of(List<? extends Stay> claims) {
		List<Doubt> doubts = new ArrayList<>(0);
		for (int i = 0; i < claims.size(); i++) {
			Doubt doubt = about(claims, i);
			if (doubt != null) {
				doubts.add(doubt);
			}
		}
		return doubts;
	}

	private static @Nullable Doubt about(List<? extends Stay> claims, int at) {
		Doubt overlap = null;
		for (int i = 0; i < claims.size(); i++) {
			if (i == at) {
				continue;
			}
			if (isSame(claims.get(at), claims.get(i))) {
				return new Doubt(at, i, true);
			}
			if (overlap == null && overlap(claims.get(at), claims.get(i))) {
				overlap = new Doubt(at, i, false);
			}
		}
		return overlap;
	}

	/** A cost that neither says tells nothing; the total must be known. */
	private static boolean isSame(Stay one, Stay other) {
		return one.date().equals(other.date()) && one.kind() == other.kind() && one.tier() == other.tier()
				&& one.total() != null && isSame(one.total(), other.total()) && isSame(one.cost(), other.cost());
	}

	private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
	}

	private static boolean overlap(Stay one, Stay other) {
		if (!one.isInpatient() || !other.isInpatient()) {
			return false;
		}
		return one.date().equals(other.date())
				|| (begin(one).isBefore(other.date()) && begin(other).isBefore(one.date()));
	}

	private static LocalDate begin(Stay stay) {
		return (stay.start() != null) ? stay.start() : stay.date();
	}

}
