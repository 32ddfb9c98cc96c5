package org.huiling.facts.dictionary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.Expression.Comparator;
import org.huiling.facts.record.RecordedFacts;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;

/**
 * What has to be so for a condition to hold, seen without evaluating it: almost everybody
 * is passed over by it when contradictions are looked for. It never says more than the
 * condition does: whoever it lets pass is asked the condition itself.
 */
final class FirstLook {

	/** Of a person and, inside a list, of an item of theirs. */
	private interface Needed extends BiPredicate<RecordedFacts, @Nullable RecordedFacts> {

	}

	/** A value of a person or of an item of theirs. */
	private interface Read {

		@Nullable Object of(RecordedFacts person, @Nullable RecordedFacts item);

	}

	private final List<Needed> needed = new ArrayList<>();

	private final Dictionary dictionary;

	private final @Nullable String list;

	private FirstLook(Dictionary dictionary, @Nullable String list) {
		this.dictionary = dictionary;
		this.list = list;
	}

	static FirstLook of(Dictionary dictionary, Expression when, @Nullable String list) {
		FirstLook look = new FirstLook(dictionary, list);
		look.add(when);
		return look;
	}

	/** Whether the condition may hold. */
	boolean mayHold(RecordedFacts person, @Nullable RecordedFacts item) {
		for (Needed one : this.needed) {
			if (!one.test(person, item)) {
				return false;
			}
		}
		return true;
	}

	private void add(Expression when) {
		if (when instanceof Expression.Joined joined && joined.all()) {
			joined.parts().forEach(this::add);
		}
		else if (when instanceof Expression.Comparison comparison
				&& comparison.left() instanceof Expression.Name left) {
			compare(comparison, left.path());
		}
		else if (when instanceof Expression.Not not && not.condition() instanceof Expression.Call call
				&& "none".equals(call.function()) && call.arguments().get(0) instanceof Expression.Name name) {
			Read read = read(name.path());
			this.needed.add((person, item) -> read.of(person, item) != null);
		}
		else if (when instanceof Expression.Call call && "any".equals(call.function())
				&& call.arguments().get(0) instanceof Expression.Name items && this.list == null) {
			FirstLook ofItem = of(this.dictionary, call.arguments().get(1), items.path());
			this.needed.add((person, item) -> ofItem.anyMayHold(person, items.path()));
		}
	}

	private boolean anyMayHold(RecordedFacts person, String path) {
		List<? extends RecordedFacts> items = person.items(path);
		if (items != null) {
			for (RecordedFacts one : items) {
				if (mayHold(person, one)) {
					return true;
				}
			}
		}
		return false;
	}

	private void compare(Expression.Comparison comparison, String left) {
		Comparator comparator = comparison.comparator();
		Read read = read(left);
		if (comparison.right() instanceof Expression.Code code) {
			boolean equal = comparator == Comparator.EQUAL;
			boolean unknownFails = equal || isUnknownIfAbsent(left);
			this.needed.add((person, item) -> {
				Object value = read.of(person, item);
				return (value != null) ? name(value).equals(code.name()) == equal : !unknownFails;
			});
		}
		else if (comparison.right() instanceof Expression.Name right && comparator.orders()) {
			Read otherRead = read(right.path());
			this.needed.add((person, item) -> {
				Object one = read.of(person, item);
				Object other = otherRead.of(person, item);
				return one != null && other != null && holds(comparator, one, other);
			});
		}
	}

	/** Whether nothing recorded means unknown, and never that it is not there. */
	private boolean isUnknownIfAbsent(String name) {
		Fact own = (this.list != null) ? this.dictionary.fact(this.list + "[]." + name) : null;
		Fact fact = (own != null) ? own : this.dictionary.fact(name);
		return fact != null && !fact.is(Trait.ABSENT_IS_NONE) && fact.asking().when() == null;
	}

	/** Where a name is read: in the item if it has such a field. */
	private Read read(String name) {
		boolean own = this.list != null && this.dictionary.fact(this.list + "[]." + name) != null;
		return (person, item) -> (own && item != null) ? item.value(name) : person.value(name);
	}

	private static String name(Object code) {
		return (code instanceof org.huiling.facts.Code constant) ? constant.name() : code.toString();
	}

	/** What cannot be compared here may hold. */
	private static boolean holds(Comparator comparator, Object one, Object other) {
		int order;
		if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
			order = left.compareTo(right);
		}
		else if (one instanceof LocalDate left && other instanceof LocalDate right) {
			order = left.compareTo(right);
		}
		else {
			return true;
		}
		return switch (comparator) {
			case LESS -> order < 0;
			case AT_MOST -> order <= 0;
			case MORE -> order > 0;
			case AT_LEAST -> order >= 0;
			case EQUAL, NOT_EQUAL -> true;
		};
	}

}
