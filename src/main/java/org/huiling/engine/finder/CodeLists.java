package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.RuleShape;
import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.drools.language.Comparison.Term;
import org.huiling.engine.finder.Observations.Observation;
import org.huiling.engine.finder.sample.Dimension;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Setup;
import org.huiling.engine.finder.sample.ValuesToTry;
import org.huiling.engine.finder.sample.Verdict;
import org.huiling.facts.dictionary.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Lists of codes or levels that name every one but one. Kinds of claims and schemes are
 * what a benefit is about, and none is no case: they make no list.
 */
final class CodeLists {

	private static final Set<String> POSITIVE = Set.of("==", "in", "memberOf");

	private static final Set<String> NO_LISTS = Set.of("Applicant.insurance.scheme");

	private static final String NONE = "NONE";

	private final Setup setup;

	private final Map<String, Listed> lists = new LinkedHashMap<>();

	/** What the rules name of one property. */
	private static final class Listed {

		private final List<Object> all;

		private final Set<Object> named = new LinkedHashSet<>();

		private final Set<Integer> rules = new LinkedHashSet<>();

		private final Set<Dimension> dimensions = new LinkedHashSet<>();

		private boolean open;

		Listed(List<Object> all) {
			this.all = all;
		}

		@Nullable Object missing() {
			List<Object> missing = this.all.stream().filter((code) -> !this.named.contains(code)).toList();
			return (!this.open && this.named.size() > 1 && missing.size() == 1) ? missing.get(0) : null;
		}

	}

	/**
	 * A list that ends too early.
	 *
	 * @param property whose codes they are
	 * @param code the one that is missing
	 * @param rules the rules that name the others
	 * @param observation an applicant with that code
	 */
	record Ending(String property, Object code, List<Integer> rules, Observation observation) {
	}

	CodeLists(List<RuleShape> shapes, ValuesToTry values, Setup setup) {
		this.setup = setup;
		for (RuleShape shape : shapes) {
			for (Clause clause : shape.branches().stream().flatMap(Collection::stream).toList()) {
				if (clause.items() != null) {
					// nobody is the only one of their household
					continue;
				}
				clause.comparisons().forEach((one) -> note(shape.rule().order(), clause, one, values));
			}
		}
	}

	private void note(int rule, Clause clause, Comparison comparison, ValuesToTry values) {
		for (Term term : comparison.terms()) {
			List<Object> all = all(term);
			if (all == null) {
				continue;
			}
			List<Object> named = term.equals(comparison.left()) ? comparison.values() : null;
			Listed listed = this.lists.computeIfAbsent(term.path(), (path) -> new Listed(all));
			listed.open |= named == null || !clause.plain() || !POSITIVE.contains(comparison.operator());
			listed.rules.add(rule);
			listed.dimensions.addAll(values.dimensions(clause));
			listed.named.addAll((named != null) ? named : List.of());
		}
	}

	/** The levels that have names, none aside. */
	private @Nullable List<Object> levels(String property) {
		Fact fact = this.setup.fact(property);
		List<Object> numbers = (fact != null && !fact.names().isEmpty()) ? this.setup.numbers(property) : null;
		return (numbers != null) ? numbers.stream().filter((level) -> !level.equals(0)).toList() : null;
	}

	/** The cases there are of a property, null if it has none. */
	private @Nullable List<Object> all(Term term) {
		List<Object> levels = levels(term.name());
		if (levels != null) {
			return levels;
		}
		List<Object> codes = (term.type() != null) ? this.setup.codes(term.type()) : List.of();
		if (codes.isEmpty() || NO_LISTS.contains(term.name())
				|| term.name().equals(this.setup.claim(this.setup.claimField("kind")))) {
			return null;
		}
		return codes.stream().filter((code) -> !code.toString().equals(NONE)).toList();
	}

	/**
	 * Looks for applicants whom a rule of the list pays until they have the missing code.
	 */
	List<Ending> endings(Collection<Observation> paid, Observations observations, int rules) {
		List<Ending> endings = new ArrayList<>();
		this.lists.forEach((property, listed) -> {
			Object missing = listed.missing();
			if (missing == null || listed.dimensions.size() != 1) {
				return;
			}
			Dimension dimension = listed.dimensions.iterator().next();
			for (Observation observation : paid) {
				Sample other = observation.sample().with(dimension, missing);
				Verdict verdict = observations.look(other, rules);
				if (isNamed(observation, listed) && listed.rules.stream().noneMatch(verdict::holds)
						&& verdict.fault() == null && isLess(verdict, observation.verdict())) {
					endings
						.add(new Ending(property, missing, List.copyOf(listed.rules), new Observation(other, verdict)));
					return;
				}
			}
		});
		return endings;
	}

	/** Whoever another rule pays as much is not forgotten. */
	private static boolean isLess(Verdict verdict, Verdict named) {
		return verdict.amount() == null || named.amount() == null || verdict.amount().compareTo(named.amount()) < 0
				|| verdict.winner() == null;
	}

	/** Paid by a rule that belongs to the list. */
	private static boolean isNamed(Observation observation, Listed listed) {
		return observation.verdict().winner() != null && listed.rules.contains(observation.verdict().winner());
	}

}
