package org.huiling.decision.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.huiling.decision.store.WhyNotView;
import org.huiling.engine.reason.Truth;

/**
 * Why nothing is granted, as a letter says it: the conditions that fail, each once with
 * the rules that ask for it. A condition that every rule asks for decides alone. What is
 * unknown is no ground.
 */
final class RefusalGrounds {

	private RefusalGrounds() {
	}

	/** The grounds of a refusal. */
	static List<Notice.Ground> of(List<WhyNotView> rules, boolean english, Wording words) {
		Map<Set<Integer>, List<String>> grouped = grouped(failing(rules, words));
		Set<Integer> all = all(rules.size());
		if (rules.size() > 1 && grouped.containsKey(all)) {
			return List.of(new Notice.Ground(words.of("notice.everyRule"), bases(rules, all, words),
					List.copyOf(grouped.get(all)), List.of(), List.of()));
		}
		if (grouped.isEmpty()) {
			grouped.put(all, List.of());
		}
		List<Notice.Ground> grounds = new ArrayList<>();
		grouped.forEach((asking, conditions) -> {
			if (!asking.isEmpty()) {
				grounds
					.add(new Notice.Ground(texts(rules, asking, english ? WhyNotView::ruleEn : WhyNotView::rule, words),
							bases(rules, asking, words), List.copyOf(conditions), List.of(), List.of()));
			}
		});
		return grounds;
	}

	/** Every condition that fails, with the rules that ask for it. */
	private static Map<String, Set<Integer>> failing(List<WhyNotView> rules, Wording words) {
		Map<String, Set<Integer>> failing = new LinkedHashMap<>();
		for (int rule = 0; rule < rules.size(); rule++) {
			for (WhyNotView.Condition condition : rules.get(rule).conditions()) {
				if (condition.result() == Truth.FAILS) {
					failing.computeIfAbsent(words.failing(condition), (said) -> new TreeSet<>()).add(rule);
				}
			}
		}
		return failing;
	}

	private static Map<Set<Integer>, List<String>> grouped(Map<String, Set<Integer>> failing) {
		Map<Set<Integer>, List<String>> grouped = new LinkedHashMap<>();
		failing.forEach(
				(condition, rules) -> grouped.computeIfAbsent(rules, (asking) -> new ArrayList<>()).add(condition));
		return grouped;
	}

	private static Set<Integer> all(int rules) {
		Set<Integer> all = new TreeSet<>();
		for (int rule = 0; rule < rules; rule++) {
			all.add(rule);
		}
		return all;
	}

	private static String texts(List<WhyNotView> rules, Set<Integer> asking, Function<WhyNotView, String> field,
			Wording words) {
		return String.join(words.of("notice.semicolon"), distinct(rules, asking, field));
	}

	/** The articles; the document that they all stand in is named once. */
	private static String bases(List<WhyNotView> rules, Set<Integer> asking, Wording words) {
		List<String> bases = distinct(rules, asking, WhyNotView::basis);
		String shared = bases.get(0);
		for (String basis : bases) {
			while (!basis.startsWith(shared)) {
				shared = shared.substring(0, shared.length() - 1);
			}
		}
		int document = shared.lastIndexOf('）') + 1;
		return shared.substring(0, document) + bases.stream()
			.map((basis) -> basis.substring(document))
			.collect(Collectors.joining(words.of("notice.semicolon")));
	}

	private static List<String> distinct(List<WhyNotView> rules, Set<Integer> asking,
			Function<WhyNotView, String> field) {
		return asking.stream().map(rules::get).map(field).distinct().toList();
	}

}
