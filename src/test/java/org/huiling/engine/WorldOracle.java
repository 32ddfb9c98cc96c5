package org.huiling.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Says of a version what is wrong with it by asking everybody in the small world. */
final class WorldOracle {

	private final RandomVersion version;

	private final List<World> worlds;

	private final List<List<Integer>> granting;

	WorldOracle(RandomVersion version) {
		this.version = version;
		this.worlds = version.worlds();
		this.granting = this.worlds.stream().map(this::granting).toList();
	}

	private List<Integer> granting(World world) {
		return IntStream.range(0, this.version.rules().size())
			.filter((rule) -> this.version.rules().get(rule).holds(world))
			.boxed()
			.toList();
	}

	/** Who is paid: the highest, of equals the first; without a winner nobody of two. */
	private @Nullable Integer winner(List<Integer> granting) {
		if (!this.version.highestWins()) {
			return (granting.size() == 1) ? granting.get(0) : null;
		}
		Integer winner = null;
		for (int rule : granting) {
			if (winner == null || this.version.amount(rule) > this.version.amount(winner)) {
				winner = rule;
			}
		}
		return winner;
	}

	/**
	 * Sets of rules that grant to somebody against each other, with one they do so to.
	 */
	Map<Set<Integer>, World> conflicts() {
		Map<Set<Integer>, World> conflicts = new LinkedHashMap<>();
		for (int i = 0; i < this.worlds.size() && !this.version.highestWins(); i++) {
			if (this.granting.get(i).size() > 1) {
				conflicts.putIfAbsent(new TreeSet<>(this.granting.get(i)), this.worlds.get(i));
			}
		}
		return conflicts;
	}

	/** Whether somebody meets a rule. */
	boolean reaches(int rule) {
		return this.granting.stream().anyMatch((some) -> some.contains(rule));
	}

	/** How many alternatives of a rule nobody meets. */
	long unreachable(int rule) {
		return this.version.rules()
			.get(rule)
			.branches()
			.stream()
			.filter((branch) -> this.worlds.stream().noneMatch((world) -> WorldRule.holds(branch, world)))
			.count();
	}

	boolean alwaysHolds(int rule) {
		return this.granting.stream().allMatch((some) -> some.contains(rule));
	}

	/** Whether another is paid whenever a rule holds. */
	boolean shadowed(int rule) {
		return this.version.highestWins() && reaches(rule)
				&& this.granting.stream().noneMatch((some) -> Integer.valueOf(rule).equals(winner(some)));
	}

	/** The rules on both sides of a stretch of a line on which nobody is paid. */
	Map<Set<Integer>, World> gaps() {
		Map<Set<Integer>, World> gaps = new LinkedHashMap<>();
		Map<World, List<Integer>> granted = new HashMap<>();
		for (int i = 0; i < this.worlds.size(); i++) {
			granted.put(this.worlds.get(i), this.granting.get(i));
		}
		for (WorldFact line : WorldFact.values()) {
			if (line.isLine()) {
				Map<Map<WorldFact, @Nullable Object>, List<World>> along = new LinkedHashMap<>();
				this.worlds.stream()
					.filter((world) -> world.get(line) != null)
					// no disability lies beside no grade
					.filter((world) -> line != WorldFact.GRADE || !Integer.valueOf(0).equals(world.get(line)))
					.forEach((world) -> along.computeIfAbsent(world.without(line), (key) -> new ArrayList<>())
						.add(world));
				along.values().forEach((some) -> gaps(some, granted, gaps));
			}
		}
		return gaps;
	}

	private void gaps(List<World> along, Map<World, List<Integer>> granted, Map<Set<Integer>, World> gaps) {
		Integer below = null;
		World unpaid = null;
		for (World world : along) {
			List<Integer> some = granted.get(world);
			Integer paid = some.isEmpty() ? null : (winner(some) != null) ? winner(some) : some.get(0);
			if (paid != null && below != null && unpaid != null) {
				gaps.putIfAbsent(new TreeSet<>(Set.of(below).equals(Set.of(paid)) ? Set.of(paid) : Set.of(below, paid)),
						unpaid);
			}
			below = (paid != null) ? paid : below;
			unpaid = (paid != null) ? null : (unpaid != null) ? unpaid : world;
		}
	}

}
