package org.huiling.policy.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.comparison.VersionComparison.Rule;

/**
 * Which rules differ between two versions; a rule is known by its Chinese name.
 *
 * @param added those of the later version only
 * @param removed those of the earlier version only
 * @param changed those that both have and that differ
 */
public record RuleDiff(List<Rule> added, List<Rule> removed, List<Changed> changed) {

	/**
	 * A rule that differs.
	 *
	 * @param rule its Chinese name
	 * @param conditionsRemoved those that are gone
	 * @param conditionsAdded those that are new
	 * @param before how it was
	 * @param after how it is
	 */
	record Changed(String rule, List<String> conditionsRemoved, List<String> conditionsAdded, Rule before, Rule after) {

		static Changed of(Rule before, Rule after) {
			List<String> removed = new ArrayList<>(before.conditions());
			after.conditions().forEach(removed::remove);
			List<String> added = new ArrayList<>(after.conditions());
			before.conditions().forEach(added::remove);
			return new Changed(after.name().zh(), removed, added, before, after);
		}

	}

	public static RuleDiff between(List<Rule> before, List<Rule> after) {
		Map<String, Rule> old = byName(before);
		Map<String, Rule> now = byName(after);
		return new RuleDiff(after.stream().filter((rule) -> !old.containsKey(rule.name().zh())).toList(),
				before.stream().filter((rule) -> !now.containsKey(rule.name().zh())).toList(),
				after.stream()
					.filter((rule) -> old.containsKey(rule.name().zh()) && !rule.equals(old.get(rule.name().zh())))
					.map((rule) -> Changed.of(old.getOrDefault(rule.name().zh(), rule), rule))
					.toList());
	}

	private static Map<String, Rule> byName(List<Rule> rules) {
		Map<String, Rule> byName = new LinkedHashMap<>();
		for (Rule rule : rules) {
			byName.putIfAbsent(rule.name().zh(), rule);
		}
		return byName;
	}

}
