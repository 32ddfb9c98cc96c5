package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.RuleShape;
import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.finder.Observations.Observation;
import org.huiling.engine.finder.sample.Dimension;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.ValuesToTry;
import org.huiling.engine.finder.sample.Verdict;
import org.huiling.engine.reason.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Two facts that are true or not, of which rules name several cases: whoever is neither
 * is paid, and one of the other cases alone is not. It may be meant so; it is told.
 */
final class OpenCases {

	private static final int MOST_TRIED = 300;

	private final List<RuleShape> shapes;

	private final ValuesToTry values;

	private final Observations observations;

	/** The conditions on each fact, by what they ask it to be. */
	private final Map<String, Map<Boolean, List<Named>>> facts = new TreeMap<>();

	private record Named(int rule, Clause clause) {
	}

	/** Which of the two are true. */
	private enum Case {

		NEITHER, FIRST, SECOND, BOTH;

		static Case of(boolean first, boolean second) {
			return first ? (second ? BOTH : FIRST) : (second ? SECOND : NEITHER);
		}

	}

	/**
	 * A case that is left open.
	 *
	 * @param first one fact
	 * @param isFirst whether it is true in that case
	 * @param second the other
	 * @param isSecond whether it is
	 * @param rules the rules that name the other cases
	 * @param observation somebody of whom it is so
	 */
	record OpenCase(String first, boolean isFirst, String second, boolean isSecond, List<Integer> rules,
			Observation observation) {
	}

	OpenCases(List<RuleShape> shapes, ValuesToTry values, Observations observations) {
		this.shapes = shapes;
		this.values = values;
		this.observations = observations;
		for (RuleShape shape : shapes) {
			shape.branches()
				.stream()
				.flatMap(Collection::stream)
				.filter((clause) -> clause.plain() && values.judges(clause))
				.forEach((clause) -> clause.comparisons().forEach((one) -> note(shape.rule().order(), clause, one)));
		}
	}

	private void note(int rule, Clause clause, Comparison comparison) {
		List<Object> compared = comparison.values();
		if (comparison.left() != null && compared != null && compared.size() == 1
				&& compared.get(0) instanceof Boolean wanted) {
			boolean asked = "==".equals(comparison.operator()) == wanted;
			this.facts.computeIfAbsent(comparison.left().path(), (path) -> new TreeMap<>())
				.computeIfAbsent(asked, (side) -> new ArrayList<>())
				.add(new Named(rule, clause));
		}
	}

	List<OpenCase> found(Collection<Observation> paid) {
		List<OpenCase> found = new ArrayList<>();
		List<String> names = List.copyOf(this.facts.keySet());
		for (int i = 0; i < names.size(); i++) {
			for (int j = i + 1; j < names.size(); j++) {
				if (isToldApart(names.get(i), names.get(j))) {
					OpenCase open = open(names.get(i), names.get(j), paid);
					if (open != null) {
						found.add(open);
					}
				}
			}
		}
		return found;
	}

	/**
	 * Rules are for both sides of one of them, and one of these names the other as well.
	 */
	private boolean isToldApart(String first, String second) {
		return (side(first).size() == 2 || side(second).size() == 2)
				&& rules(first).stream().anyMatch(rules(second)::contains);
	}

	private Map<Boolean, List<Named>> side(String fact) {
		return this.facts.getOrDefault(fact, Map.of());
	}

	private Set<Integer> rules(String fact) {
		Set<Integer> rules = new TreeSet<>();
		side(fact).values().forEach((named) -> named.forEach((one) -> rules.add(one.rule())));
		return rules;
	}

	private @Nullable OpenCase open(String first, String second, Collection<Observation> paid) {
		Set<Integer> rules = rules(first);
		rules.addAll(rules(second));
		for (Observation observation : paid) {
			if (observation.verdict().winner() == null || !rules.contains(observation.verdict().winner())) {
				continue;
			}
			Map<Case, Observation> cases = cases(observation.sample(), first, second);
			List<Case> unpaid = cases.keySet().stream().filter((one) -> !pays(cases, one)).toList();
			if (cases.size() == Case.values().length && unpaid.size() == 1 && unpaid.get(0) != Case.NEITHER) {
				Case open = unpaid.get(0);
				return new OpenCase(first, open != Case.SECOND, second, open != Case.FIRST, List.copyOf(rules),
						Objects.requireNonNull(cases.get(open)));
			}
		}
		return null;
	}

	private static boolean pays(Map<Case, Observation> cases, Case one) {
		Observation seen = cases.get(one);
		return seen != null && seen.verdict().pays();
	}

	/** Somebody of each case, beside the applicant; one who is paid if anybody is. */
	private Map<Case, Observation> cases(Sample from, String first, String second) {
		Map<Case, Observation> cases = new EnumMap<>(Case.class);
		Named one = side(first).values().iterator().next().get(0);
		Named other = side(second).values().iterator().next().get(0);
		boolean oneAsked = side(first).keySet().iterator().next();
		boolean otherAsked = side(second).keySet().iterator().next();
		TreeSet<Dimension> dimensions = new TreeSet<>(this.values.dimensions(one.clause()));
		dimensions.addAll(this.values.dimensions(other.clause()));
		for (Sample sample : Combinations.of(from, dimensions, this.values, MOST_TRIED)) {
			Verdict verdict = this.observations.look(sample, this.shapes.size());
			if (!sample.isPossible() || verdict.fault() != null) {
				continue;
			}
			Case its = Case.of(this.observations.truth(one.clause(), sample) == Truth.HOLDS == oneAsked,
					this.observations.truth(other.clause(), sample) == Truth.HOLDS == otherAsked);
			if (verdict.pays() || !cases.containsKey(its)) {
				cases.merge(its, new Observation(sample, verdict), (old, now) -> old.verdict().pays() ? old : now);
			}
		}
		return cases;
	}

}
