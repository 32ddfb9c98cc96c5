package org.huiling.engine.drools.condition;

import java.util.List;

import org.huiling.engine.reason.RuleTree;
import org.huiling.engine.reason.RuleTree.Kind;

/** Conditions as a tree for whoever reads rules by a program. */
public final class ConditionTrees {

	private ConditionTrees() {
	}

	public static RuleTree of(Condition condition) {
		if (condition instanceof Condition.Not not) {
			return new RuleTree(Kind.NOT, not.text(), null, List.of(of(not.part())));
		}
		if (condition instanceof Condition.AnyItem items) {
			return new RuleTree(Kind.EXISTS, items.text(), items.pattern(), all(items.conditions()));
		}
		if (condition instanceof Condition.Any any) {
			return new RuleTree(Kind.ANY, any.text(), null, all(any.parts()));
		}
		if (condition instanceof Condition.All together) {
			return all(together.text(), together.parts());
		}
		if (condition instanceof Condition.Inner inner) {
			return all(inner.text(), inner.branch().conditions());
		}
		return new RuleTree(Kind.TEST, condition.text(), null, List.of());
	}

	private static RuleTree all(String text, List<Condition> parts) {
		return (parts.size() == 1) ? of(parts.get(0)) : new RuleTree(Kind.ALL, text, null, all(parts));
	}

	private static List<RuleTree> all(List<Condition> parts) {
		return parts.stream().map(ConditionTrees::of).toList();
	}

}
