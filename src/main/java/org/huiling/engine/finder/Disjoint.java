package org.huiling.engine.finder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.drools.language.Comparison.Term;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that nobody meets together, whoever is tried: they compare the same property
 * with constants, and no value of it lies on the right side of all. Bands of ages are
 * such.
 */
final class Disjoint {

	private Disjoint() {
	}

	/**
	 * Whether nobody meets all conditions.
	 * @param one some conditions
	 * @param other more of them
	 * @return false also where it cannot be told from what they compare
	 */
	static boolean are(List<Clause> one, List<Clause> other) {
		Map<Term, List<Bound>> bounds = Stream.of(one, other)
			.flatMap(Collection::stream)
			.filter(Clause::plain)
			.flatMap((clause) -> clause.comparisons().stream())
			.flatMap((comparison) -> Stream.ofNullable(Bound.of(comparison)))
			.collect(Collectors.groupingBy(Bound::term));
		return bounds.values().stream().anyMatch((all) -> all.size() > 1 && !isMet(all));
	}

	/**
	 * The values that are compared with, and what lies between them, are all there is.
	 */
	private static boolean isMet(List<Bound> bounds) {
		Class<?> type = bounds.get(0).values().get(0).getClass();
		if (bounds.stream().anyMatch((bound) -> !bound.isOf(type))) {
			return true;
		}
		List<Object> values = List
			.copyOf(new TreeSet<>(bounds.stream().flatMap((bound) -> bound.values().stream()).toList()));
		return IntStream.rangeClosed(0, 2 * values.size())
			.anyMatch((place) -> bounds.stream().allMatch((bound) -> bound.isMetAt(place, values)));
	}

	/**
	 * What a comparison allows.
	 *
	 * @param term the property that is compared
	 * @param operator how
	 * @param values with what
	 */
	private record Bound(Term term, String operator, List<Object> values) {

		/**
		 * Null where what is compared is not of a kind that lies apart in one way alone.
		 */
		static @Nullable Bound of(Comparison comparison) {
			Term term = comparison.left();
			List<Object> values = comparison.values();
			return (term == null || values == null || values.isEmpty() || !values.stream().allMatch(Bound::isPlain))
					? null : new Bound(term, comparison.operator(), values);
		}

		/** A region lies within others. */
		private static boolean isPlain(Object value) {
			return value instanceof Integer || value instanceof Boolean || value instanceof LocalDate
					|| value instanceof Money || value instanceof Code;
		}

		boolean isOf(Class<?> type) {
			return this.values.stream().allMatch((value) -> value.getClass() == type);
		}

		/**
		 * Whether it is met by the n-th value, place 2 n + 1, or between two, at the even
		 * places.
		 */
		boolean isMetAt(int place, List<Object> all) {
			List<Integer> own = this.values.stream().map((value) -> 2 * all.indexOf(value) + 1).toList();
			return switch (this.operator) {
				case "==", "in", "memberOf" -> own.contains(place);
				case "!=", "not in", "not memberOf" -> !own.contains(place);
				case "<" -> place < own.get(0);
				case "<=" -> place <= own.get(0);
				case ">" -> place > own.get(0);
				case ">=" -> place >= own.get(0);
				default -> true;
			};
		}

	}

}
