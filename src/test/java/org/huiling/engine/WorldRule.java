package org.huiling.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A rule of the small world.
 *
 * @param text what stands after {@code when}
 * @param branches its alternatives, each with its conditions as the search sees them
 */
record WorldRule(String text, List<List<Condition>> branches) {

	/**
	 * One condition.
	 *
	 * @param text as written
	 * @param holds for whom
	 * @param words what it reads
	 */
	record Condition(String text, Predicate<World> holds, Set<WorldWord> words) {

		Condition not() {
			return new Condition(this.text, this.holds.negate(), this.words);
		}

		/** Several as one. */
		static Condition all(List<Condition> some) {
			Set<WorldWord> words = new TreeSet<>();
			some.forEach((one) -> words.addAll(one.words()));
			return new Condition("", (world) -> some.stream().allMatch((one) -> one.holds().test(world)), words);
		}

	}

	Set<WorldWord> words() {
		Set<WorldWord> words = new TreeSet<>();
		this.branches.forEach((branch) -> branch.forEach((one) -> words.addAll(one.words())));
		return words;
	}

	boolean holds(World world) {
		return this.branches.stream().anyMatch((branch) -> holds(branch, world));
	}

	static boolean holds(List<Condition> branch, World world) {
		return branch.stream().allMatch((one) -> one.holds().test(world));
	}

	/** The same beside two alternatives. */
	WorldRule with(String more, List<Condition> one, List<Condition> other) {
		List<List<Condition>> all = new ArrayList<>();
		for (List<Condition> branch : this.branches) {
			for (List<Condition> alternative : List.of(one, other)) {
				List<Condition> both = new ArrayList<>(branch);
				both.addAll(alternative);
				all.add(both);
			}
		}
		return new WorldRule(this.text + "\n    " + more, all);
	}

	/** The same with one more condition. */
	WorldRule with(String more, Condition condition) {
		return new WorldRule(this.text + "\n    " + more, this.branches.stream().map((branch) -> {
			List<Condition> longer = new ArrayList<>(branch);
			longer.add(condition);
			return longer;
		}).toList());
	}

}
