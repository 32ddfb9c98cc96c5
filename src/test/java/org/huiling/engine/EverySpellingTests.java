package org.huiling.engine;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.huiling.Samples;
import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Conditions spelled at random mean the same to a Drools session, to the plan, to the
 * walk, and to a naive evaluator that knows nothing of the engine; flaws that a grid over
 * the boundaries of all facts shows are those that the finder reports.
 */
class EverySpellingTests {

	/** Of about two conditions each. */
	private static final int RULES = Samples.of(2_800, 140);

	/** Compiling takes 20 to 50 ms a rule. */
	private static final int RULES_A_VERSION = 70;

	private static final int PEOPLE = 40;

	/** Along lines through everybody a finder looks in a version over few facts. */
	private static final int MOST_FACTS = 3;

	static IntStream batches() {
		return IntStream.range(0, RULES / RULES_A_VERSION);
	}

	private static final List<List<GridFact>> SUBJECTS = List.of(List.of(GridFact.AGE, GridFact.TEKUN),
			List.of(GridFact.AGE, GridFact.SIZE), List.of(GridFact.SIZE, GridFact.DIBAO),
			List.of(GridFact.INCOME, GridFact.HUKOU), List.of(GridFact.MONTHS, GridFact.SCHEME),
			List.of(GridFact.PENSION, GridFact.LOW_INCOME), List.of(GridFact.CARE, GridFact.AGE),
			List.of(GridFact.INCOME, GridFact.CARE), List.of(GridFact.AGE), List.of(GridFact.PENSION));

	/** Compiled once for all tests. */
	private static final Map<Integer, Batch> BATCHES = new ConcurrentHashMap<>();

	/** Rules that come in pairs over the same facts, compiled as one version. */
	private record Batch(List<SpelledRule> rules, CompiledPolicy policy) {

		static Batch of(int number) {
			long seed = Samples.seed() * 1_000 + number;
			Random random = new Random(seed);
			RandomSpellings spellings = new RandomSpellings(seed);
			TinyPolicy policy = RandomSpellings.parameters(TinyPolicy.monthly().header("wins: HIGHEST"));
			List<SpelledRule> rules = new ArrayList<>();
			while (rules.size() < RULES_A_VERSION) {
				List<GridFact> facts = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
				for (int i = 0; i < 2; i++) {
					SpelledRule rule = spellings.rule(facts);
					policy.rule("r" + rules.size(), rule.text(), "benefit.pay(P.amount);");
					rules.add(rule);
				}
			}
			return new Batch(rules, policy.compile());
		}

	}

	private static FactSet facts(GridPerson person, Reads reads) {
		return facts(person.person(), Period.of(GridPerson.MONTH), reads);
	}

	private static FactSet facts(TestPerson person, Period period, Reads reads) {
		return new FactSet(new PersonFacts(TestFacts.WORDS, person.record(), TinyPolicy.JURISDICTION.regionPrefix(),
				period, reads), null, null, reads);
	}

	private static Set<Integer> holding(Evaluator evaluator, FactSet facts) {
		Set<Integer> holding = new TreeSet<>();
		evaluator.evaluate(facts)
			.stream()
			.filter((result) -> result.truth() == Truth.HOLDS)
			.forEach((result) -> holding.add(result.rule().order()));
		return holding;
	}

	@ParameterizedTest
	@MethodSource("batches")
	void meansTheSameToEverybodyWhoEvaluatesIt(int number) {
		Batch batch = BATCHES.computeIfAbsent(number, Batch::of);
		RuleSet rules = batch.policy().rules();
		assertThat(rules.plan()).isNotSameAs(rules.walk());
		assertThat(batch.rules().stream().mapToInt(SpelledRule::conditions).sum()).isGreaterThan(2 * RULES_A_VERSION);
		Random random = new Random(Samples.seed() + number);
		for (int i = 0; i < PEOPLE; i++) {
			GridPerson person = person(batch, random);
			Set<Integer> expected = new TreeSet<>();
			for (int rule = 0; rule < batch.rules().size(); rule++) {
				if (batch.rules().get(rule).holds().test(person)) {
					expected.add(rule);
				}
			}
			same(batch, person, "session", holding(rules.session(), facts(person, null)), expected);
			same(batch, person, "plan", holding(rules.plan(), facts(person, null)), expected);
			same(batch, person, "walk", holding(rules.walk(), facts(person, null)), expected);
			same(batch, person, "explained", holding(rules.walk(), facts(person, new Reads())), expected);
		}
	}

	private static void same(Batch batch, GridPerson person, String by, Set<Integer> found, Set<Integer> expected) {
		if (!found.equals(expected)) {
			Set<Integer> differing = new TreeSet<>(found);
			differing.addAll(expected);
			differing.removeIf((rule) -> found.contains(rule) == expected.contains(rule));
			assertThat(differing.stream().map((rule) -> batch.rules().get(rule).text()).toList())
				.as("by %s for %s", by, person)
				.isEmpty();
		}
	}

	/** Mostly at the boundaries of the batch's rules. */
	private static GridPerson person(Batch batch, Random random) {
		GridPerson person = GridPerson.ordinary();
		for (GridFact fact : GridFact.values()) {
			List<Object> values = fact.all();
			person = person.with(fact, values.get(random.nextInt(values.size())));
		}
		SpelledRule rule = batch.rules().get(random.nextInt(batch.rules().size()));
		for (GridFact fact : rule.facts()) {
			List<Object> edges = Grid.edges(List.of(rule), fact, person);
			person = person.with(fact, edges.get(random.nextInt(edges.size())));
		}
		return person;
	}

	@ParameterizedTest
	@MethodSource("batches")
	void flawsOfTwoRulesAreFoundAsAGridShowsThem(int number) {
		Batch batch = BATCHES.computeIfAbsent(number, Batch::of);
		for (int first = 0; first + 1 < batch.rules().size(); first += 2) {
			List<SpelledRule> two = batch.rules().subList(first, first + 2);
			Grid grid = new Grid(two);
			TwoRules version = new TwoRules(batch.policy(), first);
			List<Finding> findings = version.findings();
			String both = two.get(0).text() + "\n" + two.get(1).text() + "\n" + findings;
			assertThat(rules(findings, Finding.Kind.NOT_JUDGED)).as(both).isEmpty();
			assertThat(!rules(findings, Finding.Kind.CONFLICT).isEmpty()).as("overlap of\n" + both)
				.isEqualTo(grid.overlaps());
			for (int rule = 0; rule < 2; rule++) {
				String name = "r" + (first + rule);
				long alternatives = version.shapes().get(rule).branches().size();
				assertThat(about(findings, Finding.Kind.UNREACHABLE, name) == alternatives)
					.as("%s is reached: %s", name, both)
					.isEqualTo(!grid.reaches(rule));
				assertThat(alwaysHolds(findings, name)).as("%s always holds: %s", name, both)
					.isEqualTo(grid.alwaysHolds(rule));
			}
			assertThat(grid.gaps(first)).as("gaps of\n" + both).containsAll(rules(findings, Finding.Kind.GAP));
			if (grid.facts() <= MOST_FACTS) {
				assertThat(rules(findings, Finding.Kind.GAP)).as("gaps of\n" + both).isEqualTo(grid.gaps(first));
			}
			witnesses(findings, batch, first, both);
		}
	}

	/** The names of the rules that findings of a kind are about. */
	private static Set<List<String>> rules(List<Finding> findings, Finding.Kind kind) {
		Set<List<String>> rules = new java.util.HashSet<>();
		findings.stream()
			.filter((one) -> one.kind() == kind)
			.forEach((one) -> rules.add(one.rules().stream().map(Bilingual::zh).toList()));
		return rules;
	}

	private static long about(List<Finding> findings, Finding.Kind kind, String rule) {
		return findings.stream().filter((one) -> one.kind() == kind && one.rules().get(0).zh().equals(rule)).count();
	}

	/** Whether it is said of the rule, not of one of its conditions. */
	private static boolean alwaysHolds(List<Finding> findings, String rule) {
		return findings.stream()
			.filter((one) -> one.kind() == Finding.Kind.ALWAYS_TRUE && one.rules().get(0).zh().equals(rule))
			.anyMatch((one) -> !one.message().en().startsWith("the condition "));
	}

	/**
	 * Whoever is shown shows it, to a session: they may hold what no grid has, as a first
	 * day within the month.
	 */
	private static void witnesses(List<Finding> findings, Batch batch, int first, String both) {
		for (Finding finding : findings) {
			if (finding.counterexample() == null) {
				continue;
			}
			TestPerson person = TestPerson.of(finding.counterexample());
			Set<Integer> holding = holding(batch.policy().rules().session(),
					facts(person, Period.of(YearMonth.parse(finding.period())), null));
			List<Boolean> hold = List.of(holding.contains(first), holding.contains(first + 1));
			switch (finding.kind()) {
				case CONFLICT -> assertThat(hold).as("%s in %s", person, both).containsExactly(true, true);
				case GAP -> assertThat(hold).as("%s in %s", person, both).containsExactly(false, false);
				default -> assertThat(finding.kind()).isNotNull();
			}
		}
	}

	/** All combinations of the values at which two rules turn. */
	private static final class Grid {

		private final List<SpelledRule> rules;

		private final Map<GridFact, List<Object>> edges = new EnumMap<>(GridFact.class);

		private final List<GridPerson> people = new ArrayList<>();

		Grid(List<SpelledRule> rules) {
			this.rules = rules;
			Set<GridFact> facts = new TreeSet<>();
			rules.forEach((rule) -> facts.addAll(rule.facts()));
			List<GridPerson> all = List.of(GridPerson.ordinary());
			for (GridFact fact : facts) {
				this.edges.put(fact, fact.isAmount() ? amountEdges(fact, facts) : fact.all());
			}
			for (Map.Entry<GridFact, List<Object>> fact : this.edges.entrySet()) {
				List<GridPerson> next = new ArrayList<>();
				all.forEach(
						(person) -> fact.getValue().forEach((value) -> next.add(person.with(fact.getKey(), value))));
				all = next;
			}
			this.people.addAll(all);
		}

		/** Where a rule turns along a fact, whatever the others are. */
		private List<Object> amountEdges(GridFact fact, Set<GridFact> facts) {
			Set<Object> found = new TreeSet<>();
			List<GridPerson> corners = List.of(GridPerson.ordinary());
			for (GridFact other : facts) {
				if (other != fact) {
					List<GridPerson> next = new ArrayList<>();
					List<Object> values = other.isAmount() ? List.of() : other.all();
					corners.forEach((corner) -> values.forEach((value) -> next.add(corner.with(other, value))));
					corners = next;
				}
			}
			corners.forEach((corner) -> found.addAll(edges(this.rules, fact, corner)));
			return List.copyOf(found);
		}

		/** The first, the last, and both sides of each change. */
		static List<Object> edges(List<SpelledRule> rules, GridFact fact, GridPerson person) {
			List<Object> values = fact.all();
			Set<Object> found = new java.util.LinkedHashSet<>(List.of(values.get(0), values.get(values.size() - 1)));
			for (SpelledRule rule : rules) {
				for (int i = 1; i < values.size(); i++) {
					boolean before = rule.holds().test(person.with(fact, values.get(i - 1)));
					if (before != rule.holds().test(person.with(fact, values.get(i)))) {
						found.addAll(Arrays.asList(values.get(i - 1), values.get(i)));
					}
				}
			}
			return List.copyOf(found);
		}

		int facts() {
			return this.edges.size();
		}

		private boolean holds(int rule, GridPerson person) {
			return this.rules.get(rule).holds().test(person);
		}

		boolean overlaps() {
			return this.people.stream().anyMatch((person) -> holds(0, person) && holds(1, person));
		}

		boolean reaches(int rule) {
			return this.people.stream().anyMatch((person) -> holds(rule, person));
		}

		boolean alwaysHolds(int rule) {
			return this.people.stream().allMatch((person) -> holds(rule, person));
		}

		/** The rules below and above each stretch of a line on which nobody is paid. */
		Set<List<String>> gaps(int first) {
			Set<List<String>> gaps = new java.util.HashSet<>();
			for (GridFact line : this.edges.keySet()) {
				if (line.isLine()) {
					this.people.stream()
						.map((person) -> person.with(line, this.edges.get(line).get(0)))
						.distinct()
						.forEach((person) -> gaps(person, line, first, gaps));
				}
			}
			return gaps;
		}

		private void gaps(GridPerson person, GridFact line, int first, Set<List<String>> gaps) {
			String below = null;
			boolean unpaid = false;
			for (Object value : this.edges.get(line)) {
				GridPerson here = person.with(line, value);
				String paid = holds(0, here) ? "r" + first : holds(1, here) ? "r" + (first + 1) : null;
				if (paid != null && below != null && unpaid) {
					gaps.add(below.equals(paid) ? List.of(paid) : List.of(below, paid));
				}
				unpaid = paid == null;
				below = (paid != null) ? paid : below;
			}
		}

	}

}
