package org.huiling.engine.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.ConditionText;

/**
 * Finds facts that are asked for only when they are known themselves, and facts of which
 * it takes too much to say whether they are asked for.
 */
final class Circles {

	/** How many facts may wait for each other, one after another. */
	static final int DEPTH = 30;

	/**
	 * How many parts of conditions may have to be looked at to say whether a fact is
	 * asked for, those of what it waits for included.
	 */
	static final int PARTS = 1_000;

	private final Declarations declared;

	private final Map<String, List<String>> needs = new HashMap<>();

	private final Map<String, ConditionText> conditions = new HashMap<>();

	private final Map<String, Integer> parts = new HashMap<>();

	private final Set<String> done = new LinkedHashSet<>();

	Circles(Declarations declared) {
		this.declared = declared;
	}

	void judge() {
		for (ConditionText condition : this.declared.conditions()) {
			if (condition.asking()) {
				List<String> names = Named.in(condition.written().expression(), condition.list(), this.declared);
				int[] count = { 0 };
				condition.written().expression().walk((part) -> count[0]++);
				this.needs.put(condition.owner(), names);
				this.parts.put(condition.owner(), count[0]);
				this.conditions.put(condition.owner(), condition);
			}
		}
		this.needs.keySet().stream().sorted().forEach((path) -> visit(path, new LinkedHashSet<>()));
	}

	private void visit(String path, Set<String> way) {
		if (way.size() > DEPTH) {
			tellLimit(way.iterator().next(), "一个等一个，多于 " + DEPTH + " 层",
					"more than " + DEPTH + " facts wait for one another");
			return;
		}
		if (!way.add(path)) {
			tell(path, new ArrayList<>(way));
			return;
		}
		if (this.done.add(path)) {
			int all = this.parts.getOrDefault(path, 0);
			boolean told = false;
			for (String next : this.needs.getOrDefault(path, List.of())) {
				visit(next, way);
				int below = this.parts.getOrDefault(next, 0);
				told |= below > PARTS;
				all = Math.min(all + below, PARTS + 1);
			}
			this.parts.put(path, all);
			if (all > PARTS && !told) {
				tellLimit(path, "要看的条件多于 " + PARTS + " 处，才知道问不问它",
						"more than " + PARTS + " parts of conditions say whether it is asked for");
			}
		}
		way.remove(path);
	}

	private void tellLimit(String path, String zh, String en) {
		ConditionText condition = this.conditions.get(path);
		if (condition != null) {
			this.declared.problems()
				.error(condition.written().place(), "FACT_LIMIT", zh, en, new Bilingual("少分几层", "use fewer levels"));
		}
	}

	private void tell(String path, List<String> way) {
		List<String> circle = new ArrayList<>(way.subList(Math.max(way.indexOf(path), 0), way.size()));
		circle.add(path);
		ConditionText condition = this.conditions.get(path);
		if (condition != null) {
			String shown = String.join(" → ", circle);
			this.declared.problems()
				.error(condition.written().place(), "FACT_CIRCLE", "互相等待：" + shown,
						"they wait for each other: " + shown,
						new Bilingual("其中一个去掉 askWhen", "take askWhen from one of them"));
		}
	}

}
