package org.huiling.facts.expression;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A word that is not known, and the one that was probably meant.
 *
 * @param word as it is written
 * @param known what it could have been
 */
public record UnknownWord(String word, Collection<String> known) {

	ExpressionFault fault(int at, String zh, String en) {
		String near = nearest();
		return new ExpressionFault(at, this.word, "没有这个" + zh + "：" + this.word,
				"there is no such " + en + ": " + this.word, (near != null) ? "是不是 " + near + "？" : null,
				(near != null) ? "did you mean " + near + "?" : null);
	}

	/**
	 * The word that was probably meant, whatever its case: the nearest, or the only one
	 * of a group that is called so.
	 * @return one of those that are known, null if none is near
	 */
	public @Nullable String nearest() {
		List<String> grouped = this.known.stream()
			.filter((one) -> one.contains(".") && last(one).equalsIgnoreCase(last(this.word)))
			.distinct()
			.toList();
		String near = nearestWhole();
		return (near != null || grouped.size() != 1) ? near : grouped.get(0);
	}

	private static String last(String path) {
		return path.substring(path.lastIndexOf('.') + 1);
	}

	private @Nullable String nearestWhole() {
		String nearest = null;
		int best = Math.max(1, this.word.length() / 3) + 1;
		for (String candidate : this.known) {
			if (Math.abs(candidate.length() - this.word.length()) < best) {
				int distance = distance(this.word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
				if (distance < best) {
					best = distance;
					nearest = candidate;
				}
			}
		}
		return nearest;
	}

	private static int distance(String one, String other) {
		int[] previous = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] current = new int[other.length() + 1];
			current[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int change = previous[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
			}
			previous = current;
		}
		return previous[other.length()];
	}

}
