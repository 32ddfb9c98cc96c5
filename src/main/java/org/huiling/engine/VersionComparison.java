package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.engine.Example.Expected;
import org.huiling.engine.drools.RuleText;
import org.jspecify.annotations.Nullable;

/** Two versions of one program side by side. */
public final class VersionComparison {

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
	 * @param example the worked example they come from
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
	 * Puts the people of both versions' worked examples, who stand at the boundaries that
	 * their authors care for, to both versions.
	 * @param before the earlier version
	 * @param after the later one
	 * @param examples of either
	 * @param jurisdiction whose region prefix counts
	 * @return whose outcome or amount changes; each person, period and claim once
	 */
	public static List<ChangedAnswer> answers(CompiledPolicy before, CompiledPolicy after, List<Example> examples,
			Jurisdiction jurisdiction) {
		ExampleRun one = new ExampleRun(before, jurisdiction, ComparedEvaluator.of(before.rules()));
		ExampleRun other = new ExampleRun(after, jurisdiction, ComparedEvaluator.of(after.rules()));
		Map<List<?>, ChangedAnswer> changed = new LinkedHashMap<>();
		for (Example example : examples) {
			ChangedAnswer answer = new ChangedAnswer(example, answer(one, example), answer(other, example));
			if (differ(answer.before(), answer.after())) {
				changed.putIfAbsent(
						Arrays.asList(example.period(), example.claim(), example.applicant(), example.awards()),
						answer);
			}
		}
		return List.copyOf(changed.values());
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
				|| !Objects.equals(one.withheld(), other.withheld())
				|| !Objects.equals(one.undecided(), other.undecided());
	}

	private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
	}

}
