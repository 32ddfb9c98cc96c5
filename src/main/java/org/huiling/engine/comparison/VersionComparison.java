package org.huiling.engine.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.check.BoundaryPeople;
import org.huiling.engine.check.ComparedEvaluator;
import org.huiling.engine.check.ExampleRun;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.Example.Expected;
import org.huiling.engine.problem.PolicyFault;
import org.jspecify.annotations.Nullable;

/** Two versions of one program side by side. */
public final class VersionComparison {

	/** So many are shown of those who change from one answer to one other. */
	private static final int ALIKE = 3;

	private VersionComparison() {
	}

	/**
	 * A rule as its author wrote it.
	 *
	 * @param name in both languages
	 * @param basis the article behind it
	 * @param conditions one by one; alternatives as one
	 * @param consequence the text between {@code then} and {@code end}
	 */
	public record Rule(Bilingual name, String basis, List<String> conditions, String consequence) {
	}

	/**
	 * A person whose answer changes.
	 *
	 * @param example the worked example they come from, or one with line 0 made of a
	 * rule's bounds
	 * @param before the answer of the earlier version, null if two rules contradict each
	 * other
	 * @param after likewise of the later one
	 */
	public record ChangedAnswer(Example example, @Nullable Expected before, @Nullable Expected after) {
	}

	/**
	 * The rules of a version.
	 * @param policy the version
	 * @return in order
	 */
	public static List<Rule> rules(CompiledPolicy policy) {
		List<RuleText> rules = policy.rules().rules();
		List<List<String>> conditions = policy.rules().conditions();
		List<Rule> shown = new ArrayList<>();
		for (int i = 0; i < rules.size(); i++) {
			RuleText rule = rules.get(i);
			shown.add(new Rule(rule.name(), rule.basis(), conditions.get(i), rule.consequence().strip()));
		}
		return shown;
	}

	/**
	 * What became of everybody who was put to both versions.
	 *
	 * @param asked how many there were
	 * @param differing for how many of them outcome or amount changes
	 * @param changed some of those: all of the worked examples, and of the boundary
	 * people who change from one answer to one other the first
	 */
	public record Behaviour(int asked, int differing, List<ChangedAnswer> changed) {
	}

	/**
	 * Puts people to both versions: those of their worked examples, and whoever stands at
	 * or beside a bound of either version's conditions in the later one's first period.
	 * @param before the earlier version
	 * @param after the later one
	 * @param examples of either
	 * @param others the policies of the jurisdiction, whose region prefix counts
	 * @return whose answer changes; each person, period and claim once
	 */
	public static Behaviour answers(CompiledPolicy before, CompiledPolicy after, List<Example> examples,
			PolicyBook others) {
		Jurisdiction jurisdiction = others.jurisdiction();
		ExampleRun one = new ExampleRun(before, others, ComparedEvaluator.of(before.rules()));
		ExampleRun other = new ExampleRun(after, others, ComparedEvaluator.of(after.rules()));
		Map<List<?>, Example> people = new LinkedHashMap<>();
		Stream
			.of(examples, BoundaryPeople.of(after, after.header(), jurisdiction),
					BoundaryPeople.of(before, after.header(), jurisdiction))
			.flatMap(List::stream)
			.forEach((each) -> people
				.putIfAbsent(Arrays.asList(each.period(), each.claim(), each.applicant(), each.stated()), each));
		Map<List<?>, Integer> alike = new HashMap<>();
		List<ChangedAnswer> changed = new ArrayList<>();
		int differing = 0;
		for (Example person : people.values()) {
			ChangedAnswer answer = new ChangedAnswer(person, answer(one, person), answer(other, person));
			if (differ(answer.before(), answer.after())) {
				differing++;
				if (person.line() > 0
						|| alike.merge(Arrays.asList(answer.before(), answer.after()), 1, Integer::sum) <= ALIKE) {
					changed.add(answer);
				}
			}
		}
		return new Behaviour(people.size(), differing, List.copyOf(changed));
	}

	private static @Nullable Expected answer(ExampleRun run, Example example) {
		try {
			return run.run(example).actual();
		}
		catch (PolicyFault contradiction) {
			return null;
		}
	}

	private static boolean differ(@Nullable Expected one, @Nullable Expected other) {
		if (one == null || other == null) {
			return one != null || other != null;
		}
		return one.outcome() != other.outcome() || !isSame(one.amount(), other.amount())
				|| !Objects.equals(one.inKind(), other.inKind()) || !Objects.equals(one.withheld(), other.withheld())
				|| !Objects.equals(one.undecided(), other.undecided());
	}

	private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
	}

}
