package org.huiling.engine.source.yaml;

import java.util.Collection;
import java.util.Locale;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/** Finds the word somebody meant. */
public final class Nearest {

	private Nearest() {
	}

	/**
	 * The known word nearest to a misspelt one.
	 * @param word what was written
	 * @param known what could have been meant
	 * @return the nearest, or null if none is near
	 */
	public static @Nullable String to(String word, Collection<String> known) {
		String nearest = null;
		int best = Math.max(1, word.length() / 3) + 1;
		for (String candidate : known) {
			int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
			if (distance < best) {
				best = distance;
				nearest = candidate;
			}
		}
		return nearest;
	}

	/**
	 * The question to ask about it.
	 * @param nearest the word found
	 * @return did you mean …?
	 */
	public static Bilingual hint(String nearest) {
		return new Bilingual("是不是 " + nearest + "？", "did you mean " + nearest + "?");
	}

	private static int distance(String a, String b) {
		int[] beforePrevious = new int[b.length() + 1];
		int[] previous = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int[] current = new int[b.length() + 1];
			current[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int change = previous[j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
				current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
				}
			}
			beforePrevious = previous;
			previous = current;
		}
		return previous[b.length()];
	}

}
