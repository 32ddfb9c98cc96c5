package org.huiling.problem;

import java.util.regex.Pattern;

/**
 * Names that somebody sends are anybody's text: a column or a property may be called like
 * an id or an account, where a list has no header.
 */
public final class LongDigits {

	private static final int FEWEST = 15;

	/** As people write them, also in groups or in full width. */
	private static final Pattern LONG = Pattern
		.compile("\\p{Nd}(?:[ \\u3000-]?\\p{Nd}){" + (FEWEST - 1) + ",}" + "[ \\u3000-]?[XxＸｘ]?");

	private LongDigits() {
	}

	/**
	 * A name without what may be an id or an account.
	 * @param name as it was sent
	 * @return the same with {@code …} for fifteen digits or more
	 */
	public static String masked(String name) {
		return (name.length() < FEWEST) ? name : LONG.matcher(name).replaceAll("…");
	}

}
