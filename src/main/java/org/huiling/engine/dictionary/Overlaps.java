package org.huiling.engine.dictionary;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.expression.ValueType.Kind;
import org.huiling.facts.type.CodeType;
import org.jspecify.annotations.Nullable;

/**
 * Names that are each right by themselves and would take the place of another: a derived
 * fact below one that has a value, a table that could go by numbers and by codes.
 */
final class Overlaps {

	private final Declarations declared;

	private final Map<String, Derived> derived = new TreeMap<>();

	Overlaps(Declarations declared) {
		this.declared = declared;
		declared.derived().forEach((one) -> this.derived.put(one.path(), one));
	}

	void judge() {
		this.derived.keySet().forEach(this::below);
		Set<String> units = this.declared.codeTypes().values().stream().map(CodeType::unit).collect(Collectors.toSet());
		this.declared.entries().forEach((path, entry) -> {
			if (entry instanceof Fact fact && fact.codes() == null && fact.tableKey() != null
					&& units.contains(fact.tableKey())) {
				refuse(path, "tableKey " + fact.tableKey() + " 已是一类代码的名字",
						"the tableKey " + fact.tableKey() + " is that of a list of codes already");
			}
		});
	}

	private void below(String path) {
		for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
			String above = path.substring(0, dot);
			if (hasValue(above)) {
				refuse(path, path + " 上面的 " + above + " 自己就有值，不能再分",
						above + " has a value of its own: nothing can lie below it, as " + path + " does");
				return;
			}
		}
	}

	private boolean hasValue(String path) {
		Entry entry = this.declared.entries().get(path);
		Derived one = this.derived.get(path);
		return (entry != null && !(entry instanceof FactGroup)) || (one != null && one.type().kind() != Kind.ITEM);
	}

	private void refuse(String path, String zh, String en) {
		@Nullable FilePlace place = this.declared.places().get(path);
		this.declared.problems()
			.error((place != null) ? place : FilePlace.of(path), "FACT_NAME", zh, en,
					new Bilingual("换一个名字", "choose another name"));
	}

}
