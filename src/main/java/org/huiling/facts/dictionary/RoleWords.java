package org.huiling.facts.dictionary;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.facts.type.Trait;

/**
 * The words that rules have for an item by the roles of its fields: which roles each of
 * them reads. They belong to every list that programs by claim go over.
 */
public final class RoleWords {

	/** Read where they are there. */
	private static final String START = "start";

	private static final Map<String, List<String>> READ = Map.of("year", List.of("day"), "stay",
			List.of("day", START, "kind"), "deductible", List.of("day", START, "kind", "tier"), "afterDeductible",
			List.of("day", START, "kind", "tier", "cost"), "aboveYearlyDeductible",
			List.of("day", "kind", "tier", "cost"), "eligibleEarlier", List.of("day", "kind", "tier", "cost"),
			"paidEarlier", List.of("day"), "paidEarlierForKind", List.of("day", "kind"), "ownPayment", List.of("total"),
			"yearlyCeilingForKind", List.of("kind"));

	/** Words that tell stays from other items: one code of the kind is a stay. */
	private static final List<String> OF_STAYS = List.of("stay", "deductible", "afterDeductible");

	private RoleWords() {
	}

	/**
	 * The roles that a word reads.
	 * @param word such as {@code ownPayment}
	 * @return such as {@code total}; none if it is no such word
	 */
	static List<String> reads(String word) {
		return READ.getOrDefault(word, List.of());
	}

	/**
	 * The roles that a word lacks in a list. What tells kinds apart is there only where
	 * every item says its kind.
	 * @param word such as {@code stay}
	 * @param list a list with roles
	 * @return such as {@code kind}, in the order of need; empty if rules may use the word
	 */
	public static List<String> lacks(String word, FactList list) {
		List<String> needed = OF_STAYS.contains(word) ? plus(reads(word), "stay") : reads(word);
		return needed.stream().filter((role) -> !START.equals(role) && !isThere(role, list)).toList();
	}

	private static List<String> plus(List<String> roles, String role) {
		return Stream.concat(roles.stream(), Stream.of(role)).toList();
	}

	private static boolean isThere(String role, FactList list) {
		String field = list.shape().roles().get(role);
		if (field == null || "stay".equals(role)) {
			return field != null;
		}
		return !"kind".equals(role) || Objects.requireNonNull(list.field(field), field).is(Trait.REQUIRED);
	}

}
