package org.huiling.input;

import java.util.Collection;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class NearestName {

	private static final int MOST_EDITS = 2;

	private NearestName() {
	}

	/**
	 * The closest known name within two edits, letter case aside.
	 * @param name as written
	 * @param known the names there are
	 * @return null if none is close
	 */
	public static @Nullable String closest(String name, Collection<String> known) {
		String closest = null;
		int fewest = MOST_EDITS + 1;
		for (String candidate : known) {
			if (Math.abs(candidate.length() - name.length()) > MOST_EDITS) {
				continue;
			}
			int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
			if (edits < fewest && edits < candidate.length() - 1) {
				closest = candidate;
				fewest = edits;
			}
		}
		return closest;
	}

	/** Levenshtein's distance, row by row. */
	private static int edits(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = diagonal + ((one.charAt(i - 1) != other.charAt(j - 1)) ? 1 : 0);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

}
