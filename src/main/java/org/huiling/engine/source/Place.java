package org.huiling.engine.source;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file.
 *
 * @param file path inside the version's directory
 * @param line from 1
 * @param column from 1
 * @param excerpt the text that stands there, null if there is none to show
 */
public record Place(String file, int line, int column, @Nullable String excerpt) {

	private static final int EXCERPT_LENGTH = 120;

	public Place {
		if (excerpt != null && excerpt.length() > EXCERPT_LENGTH) {
			excerpt = excerpt.substring(0, EXCERPT_LENGTH) + "…";
		}
	}

	/**
	 * The start of a file.
	 * @param file its path
	 * @return its first line
	 */
	public static Place of(String file) {
		return new Place(file, 1, 1, null);
	}

}
