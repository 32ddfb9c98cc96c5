package org.huiling.applicant.register.lookup;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A name, a birth date or both, as somebody types them to find a person.
 *
 * @param name empty if there is none
 * @param birth null if there is none
 */
record SearchedName(String name, @Nullable LocalDate birth) {

	/** {@code 1933-02-15}, {@code 1933/2/15}, {@code 1933年2月15日} or {@code 19330215}. */
	private static final Pattern DATE = Pattern
		.compile("(?<![0-9])([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|" + "([0-9]{2})([0-9]{2}))(?![0-9])");

	static SearchedName of(String q) {
		String narrow = Normalizer.normalize(q, Normalizer.Form.NFKC).strip();
		Matcher date = DATE.matcher(narrow);
		LocalDate birth = date.find() ? date(date) : null;
		if (birth == null) {
			return new SearchedName(q, null);
		}
		return new SearchedName((narrow.substring(0, date.start()) + " " + narrow.substring(date.end())).strip(),
				birth);
	}

	private static @Nullable LocalDate date(Matcher date) {
		boolean packed = date.group(2) == null;
		try {
			return LocalDate.of(number(date, 1), number(date, packed ? 4 : 2), number(date, packed ? 5 : 3));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static int number(Matcher date, int group) {
		return Integer.parseInt(Objects.requireNonNull(date.group(group)));
	}

	/** Without what is looked for. */
	@Override
	public String toString() {
		return "search";
	}

}
