package org.huiling.applicant.identity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/** Birth dates that nobody knew when they were typed, or that cannot be right. */
public final class DoubtfulBirth {

	/** Nobody in the country is known to have become older. */
	public static final int OLDEST = 115;

	/**
	 * Days that programs put where nothing is known: the days on which they count from.
	 */
	private static final Set<LocalDate> EPOCHS = Set.of(LocalDate.of(1899, 12, 30), LocalDate.of(1899, 12, 31),
			LocalDate.of(1901, 1, 1), LocalDate.of(1970, 1, 1));

	private static final int CENTURY = 100;

	private static final int FIRST = 1800;

	private static final int LAST = 2000;

	private DoubtfulBirth() {
	}

	/**
	 * Whether a birth date is one that is put where none is known.
	 * @param birth the date
	 * @return true for the first day of a century, and of 1901 and 1970
	 */
	public static boolean isPlaceholder(LocalDate birth) {
		return EPOCHS.contains(birth) || (birth.getDayOfYear() == 1 && birth.getYear() % CENTURY == 0);
	}

	/**
	 * Those of them on which somebody on file may have been born.
	 * @return the first day of the centuries since 1800, and the others
	 */
	public static Set<LocalDate> placeholders() {
		Set<LocalDate> days = new HashSet<>(EPOCHS);
		for (int year = FIRST; year <= LAST; year += CENTURY) {
			days.add(LocalDate.of(year, 1, 1));
		}
		return days;
	}

	/**
	 * Whether somebody would be older than an age.
	 * @param birth the birth date
	 * @param day on which they live
	 * @param age in years
	 * @return true if they completed another year
	 */
	public static boolean isOlder(LocalDate birth, LocalDate day, int age) {
		return ChronoUnit.YEARS.between(birth, day) > age;
	}

}
