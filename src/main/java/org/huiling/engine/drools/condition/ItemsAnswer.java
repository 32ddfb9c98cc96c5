package org.huiling.engine.drools.condition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.drools.condition.Condition.Answer;
import org.huiling.engine.drools.condition.Condition.AnyItem;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.UnknownFact;
import org.jspecify.annotations.Nullable;

/**
 * Asks some conditions of the items of a list. It holds as soon as they hold of one; it
 * is unknown if they hold of none and one of them is unknown, or the list is; of an empty
 * list it fails.
 */
final class ItemsAnswer {

	private final AnyItem asked;

	private final Scope scope;

	private final Map<String, @Nullable Object> failing = new LinkedHashMap<>();

	private final Map<String, @Nullable Object> open = new LinkedHashMap<>();

	private final Set<String> missing = new TreeSet<>();

	private @Nullable RuntimeException fault;

	ItemsAnswer(AnyItem asked, Scope scope) {
		this.asked = asked;
		this.scope = scope;
	}

	/** With the values of the item that decides, by its key. */
	Answer answer() {
		List<BoundItem> items;
		try {
			items = this.scope.facts().bound(this.asked.pattern());
		}
		catch (UnknownFact unknown) {
			return new Answer(Truth.UNKNOWN, this.scope.takeReads(), unknown.fields(), null);
		}
		Map<String, @Nullable Object> read = this.scope.takeReads();
		for (int i = 0; i < items.size(); i++) {
			Answer holding = ask(items.get(i), i + 1);
			if (holding != null) {
				return holding;
			}
		}
		boolean unknown = !this.missing.isEmpty();
		return new Answer(unknown ? Truth.UNKNOWN : Truth.FAILS,
				items.isEmpty() ? read : unknown ? this.open : this.failing, this.missing, this.fault);
	}

	/** One item: what it holds by, or null after noting why it does not hold. */
	private @Nullable Answer ask(BoundItem item, int place) {
		Scope of = this.scope.of(item.seen());
		Map<String, @Nullable Object> read = new LinkedHashMap<>();
		Set<String> unknown = new TreeSet<>();
		RuntimeException met = null;
		for (Condition condition : this.asked.conditions()) {
			Answer answer = condition.ask(of);
			if (answer.fault() != null) {
				met = answer.fault();
				continue;
			}
			if (answer.truth() == Truth.FAILS) {
				this.failing.putAll(item.named(answer.actual(), place));
				return null;
			}
			read.putAll(answer.actual());
			unknown.addAll(answer.missing());
		}
		if (met != null) {
			this.fault = met;
			return null;
		}
		if (unknown.isEmpty()) {
			return new Answer(Truth.HOLDS, item.named(read, place), Set.of(), null);
		}
		this.open.putAll(item.named(read, place));
		this.missing.addAll(unknown);
		return null;
	}

}
