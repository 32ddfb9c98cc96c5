package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.drools.language.Comparison.Term;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/**
 * The values of properties at which a comparison turns. Of a calculation with one number,
 * amount or day they are looked for on its line: it only ever rises or falls there.
 */
final class Edges {

	/** A year that is made beside that of the period. */
	private static final String INSURED = "insurance.year";

	private static final String FIRST_DAY = "firstDay";

	private static final int MOST_CASES = 500;

	private static final int MOST_NUMBER = 9_999;

	private static final long MOST_FEN = 10_000_000_000_000L;

	private final Comparison comparison;

	private final Setup setup;

	private final Map<Term, List<Object>> found = new LinkedHashMap<>();

	private Edges(Comparison comparison, Setup setup) {
		this.comparison = comparison;
		this.setup = setup;
		comparison.terms().forEach((term) -> this.found.putIfAbsent(term, List.of()));
	}

	/**
	 * Looks for them.
	 * @param comparison what is compared
	 * @param setup where the search takes place
	 * @return the values for each property, none for one whose values are all tried
	 * anyway; null if the search could miss where it turns
	 */
	static @Nullable Map<Term, List<Object>> of(Comparison comparison, Setup setup) {
		return new Edges(comparison, setup).find();
	}

	private @Nullable Map<Term, List<Object>> find() {
		List<Object> values = this.comparison.values();
		if (this.comparison.left() != null && values != null) {
			this.found.put(this.comparison.left(), values);
			return this.found;
		}
		if (isPair()) {
			return this.found;
		}
		if (!this.comparison.turnsWhereBandsBegin()) {
			return null;
		}
		Map<Term, List<Object>> cases = new LinkedHashMap<>();
		Term line = null;
		for (Term term : this.comparison.terms()) {
			List<Object> all = all(term);
			if (all != null) {
				cases.put(term, all);
			}
			else if (line != null) {
				return null;
			}
			else {
				line = term;
			}
		}
		long count = cases.values().stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
		cases.forEach((term, all) -> this.found.put(term, all));
		return (count <= MOST_CASES && (line == null || look(line, cases))) ? this.found : null;
	}

	private boolean isPair() {
		return this.comparison.left() != null && this.comparison.right() != null
				&& (isYearOfThePeriod() || isDayOfThePeriod() || isCostAboveDeductible());
	}

	private boolean isYearOfThePeriod() {
		Set<String> names = Set.copyOf(this.comparison.terms().stream().map(Term::name).toList());
		String insured = this.setup.own(INSURED);
		return names.equals(Set.of(insured, this.setup.own("year")))
				|| names.equals(Set.of(insured, this.setup.claim("year")));
	}

	/** The deductible's generator makes costs on both sides of it. */
	private boolean isCostAboveDeductible() {
		Set<String> names = Set.copyOf(this.comparison.terms().stream().map(Term::name).toList());
		return names.equals(Set.of(this.setup.claim(this.setup.claimField("cost")), this.setup.claim("deductible")));
	}

	/** A recorded day and the first one of the period: it is made on both sides. */
	private boolean isDayOfThePeriod() {
		List<String> names = this.comparison.terms().stream().map(Term::name).toList();
		String firstDay = this.setup.own(FIRST_DAY);
		return names.contains(firstDay) && this.comparison.terms()
			.stream()
			.filter((term) -> !term.name().equals(firstDay))
			.allMatch((term) -> this.setup.vocabulary().subject().equals(term.fact())
					&& this.setup.vocabulary().dictionary().fact(term.path()) != null);
	}

	/** Every value of a property that has few. */
	private @Nullable List<Object> all(Term term) {
		String type = term.type();
		if ("boolean".equals(type)) {
			return List.of(true, false);
		}
		if (type != null && type.startsWith("Set<")) {
			return List.of(Set.of());
		}
		if (type != null && !this.setup.codes(type).isEmpty()) {
			return this.setup.codes(type);
		}
		List<Object> numbers = this.setup.numbers(term.name());
		return (numbers != null) ? numbers : this.comparison.keys(term);
	}

	private boolean look(Term line, Map<Term, List<Object>> cases) {
		LongFunction<Object> values = values(line);
		if (values == null) {
			return false;
		}
		List<Object> edges = new ArrayList<>();
		boolean any = false;
		for (Map<Term, Object> one : combinations(cases)) {
			any |= look(line, one, values, edges);
		}
		this.found.put(line, edges);
		return any;
	}

	private static List<Map<Term, Object>> combinations(Map<Term, List<Object>> cases) {
		List<Map<Term, Object>> all = List.of(Map.of());
		for (Map.Entry<Term, List<Object>> entry : cases.entrySet()) {
			List<Map<Term, Object>> next = new ArrayList<>();
			for (Map<Term, Object> before : all) {
				for (Object value : entry.getValue()) {
					Map<Term, Object> with = new HashMap<>(before);
					with.put(entry.getKey(), value);
					next.add(with);
				}
			}
			all = next;
		}
		return all;
	}

	private static long most(Term line) {
		return "Money".equals(line.type()) ? MOST_FEN : "int".equals(line.type()) ? MOST_NUMBER
				: LocalDate.of(2200, 1, 1).toEpochDay() - LocalDate.of(1800, 1, 1).toEpochDay();
	}

	private static @Nullable LongFunction<Object> values(Term line) {
		if ("int".equals(line.type())) {
			return (number) -> (int) number;
		}
		if ("Money".equals(line.type())) {
			return (fen) -> Money.of(BigDecimal.valueOf(fen, 2));
		}
		return "LocalDate".equals(line.type()) ? (day) -> LocalDate.of(1800, 1, 1).plusDays(day) : null;
	}

	/** Whether the comparison can be worked out all along the line in this case. */
	private boolean look(Term line, Map<Term, Object> one, LongFunction<Object> values, List<Object> edges) {
		Map<Term, Object> facts = new HashMap<>(one);
		LongFunction<@Nullable List<Integer>> sides = (place) -> {
			facts.put(line, values.apply(place));
			return this.comparison.sides(facts);
		};
		// nobody is shared by none
		long least = (sides.apply(0) != null) ? 0 : 1;
		long most = most(line);
		List<Integer> first = sides.apply(least);
		List<Integer> last = sides.apply(most);
		if (first == null || last == null) {
			return false;
		}
		for (int i = 0; i < first.size(); i++) {
			if (!first.get(i).equals(last.get(i))) {
				int operand = i;
				turn(least, most, (place) -> isSide(sides.apply(place), operand, first), values, edges);
				turn(least, most, (place) -> !isSide(sides.apply(place), operand, last), values, edges);
			}
		}
		return true;
	}

	private static boolean isSide(@Nullable List<Integer> sides, int operand, List<Integer> end) {
		return sides != null && sides.get(operand).equals(end.get(operand));
	}

	/** Adds the places on both sides of where a line leaves the side it begins on. */
	private static void turn(long least, long most, LongPredicate before, LongFunction<Object> values,
			List<Object> edges) {
		long low = least;
		long high = most;
		while (high - low > 1) {
			long middle = low + (high - low) / 2;
			if (before.test(middle)) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		for (Object value : List.of(values.apply(low), values.apply(high))) {
			if (!edges.contains(value)) {
				edges.add(value);
			}
		}
	}

}
