package org.huiling.engine.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.facts.expression.Expression;

/** Finds facts that are asked for only when they are known themselves. */
final class Circles {

	/** How many facts may wait for each other, one after another. */
	static final int DEPTH = 30;

	private final Declarations declared;

	private final Map<String, Set<String>> needs = new HashMap<>();

	private final Map<String, Condition> conditions = new HashMap<>();

	private final Set<String> done = new LinkedHashSet<>();

	Circles(Declarations declared) {
		this.declared = declared;
	}

	void judge() {
		for (Condition condition : this.declared.conditions()) {
			if (condition.asking()) {
				this.needs.put(condition.owner(), names(condition));
				this.conditions.put(condition.owner(), condition);
			}
		}
		this.needs.keySet().stream().sorted().forEach((path) -> visit(path, new LinkedHashSet<>()));
	}

	private static Set<String> names(Condition condition) {
		Set<String> names = new LinkedHashSet<>();
		condition.written().expression().walk((part) -> {
			if (part instanceof Expression.Name name) {
				names.add(name.path());
				if (condition.list() != null) {
					names.add(condition.list() + "[]." + name.path());
				}
			}
		});
		return names;
	}

	private void visit(String path, Set<String> way) {
		if (way.size() > DEPTH) {
			tellDepth(way.iterator().next());
			return;
		}
		if (!way.add(path)) {
			tell(path, new ArrayList<>(way));
			return;
		}
		if (this.done.add(path)) {
			for (String next : this.needs.getOrDefault(path, Set.of())) {
				visit(next, way);
			}
		}
		way.remove(path);
	}

	private void tellDepth(String path) {
		Condition condition = this.conditions.get(path);
		if (condition != null) {
			this.declared.problems()
				.error(condition.written().place(), "FACT_LIMIT", "一个等一个，多于 " + DEPTH + " 层",
						"more than " + DEPTH + " facts wait for one another",
						new Bilingual("少分几层", "use fewer levels"));
		}
	}

	private void tell(String path, List<String> way) {
		List<String> circle = new ArrayList<>(way.subList(Math.max(way.indexOf(path), 0), way.size()));
		circle.add(path);
		Condition condition = this.conditions.get(path);
		if (condition != null) {
			String shown = String.join(" → ", circle);
			this.declared.problems()
				.error(condition.written().place(), "FACT_CIRCLE", "互相等待：" + shown,
						"they wait for each other: " + shown,
						new Bilingual("其中一个去掉 askWhen", "take askWhen from one of them"));
		}
	}

}
