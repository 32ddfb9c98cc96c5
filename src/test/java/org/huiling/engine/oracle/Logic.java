package org.huiling.engine.oracle;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.huiling.engine.oracle.Formula.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Truth with unknowns: what settles a truth settles it whatever else is unknown or cannot
 * be worked out.
 */
final class Logic {

	private Logic() {
	}

	/** All of them, written one after the other. */
	static Formula all(List<Formula> parts, String separator) {
		return new Formula(Kind.TRUTH, "", text(parts, separator), Formula.all(parts),
				(situation) -> settled(parts.stream().map((part) -> part.of(situation)).toList(), false));
	}

	/** Any of them. */
	static Formula any(List<Formula> parts, String separator) {
		return new Formula(Kind.TRUTH, "", text(parts, separator), Formula.all(parts),
				(situation) -> settled(parts.stream().map((part) -> part.of(situation)).toList(), true));
	}

	static Formula not(Formula one, String text) {
		return new Formula(Kind.TRUTH, "", text, one.reads(), (situation) -> negated(one.of(situation)));
	}

	private static Object negated(Object truth) {
		return (truth instanceof Boolean known) ? (Object) !known : (truth == Gone.ABSENT) ? Boolean.TRUE : truth;
	}

	/** A yes settles an or, a no settles an and. What is not there is no yes. */
	static Object settled(List<Object> truths, boolean settling) {
		List<Object> all = truths.stream().map((one) -> (one == Gone.ABSENT) ? Boolean.FALSE : one).toList();
		if (all.contains(settling)) {
			return settling;
		}
		return all.contains(Gone.UNKNOWN) ? Gone.UNKNOWN : all.contains(Gone.FAULT) ? Gone.FAULT : (Object) !settling;
	}

	/** {@code when(c, a, b)}. */
	static Formula when(Formula condition, Formula yes, Formula no) {
		List<Formula> parts = List.of(condition, yes, no);
		return new Formula(yes.kind(), yes.unit(), "when(" + text(parts, ", ") + ")", Formula.all(parts),
				(situation) -> {
					Object truth = condition.of(situation);
					Object one = yes.of(situation);
					Object other = no.of(situation);
					if (truth == Gone.UNKNOWN || truth == Gone.FAULT) {
						return one.equals(other) ? one : truth;
					}
					return Boolean.TRUE.equals(truth) ? one : other;
				});
	}

	/** {@code none(x)}: whether it is not there. */
	static Formula none(Formula one) {
		return new Formula(Kind.TRUTH, "", "none(" + one + ")", one.reads(), (situation) -> {
			Object value = one.of(situation);
			return (value == Gone.UNKNOWN || value == Gone.FAULT) ? value : (Object) (value == Gone.ABSENT);
		});
	}

	/** Whether an item of a list meets a condition. */
	static Formula exists(String list, Formula condition, String text) {
		return new Formula(Kind.TRUTH, "", text, over(list, condition), (situation) -> {
			List<Situation> items = situation.items(list);
			return (items == null) ? Gone.UNKNOWN : settled(items.stream().map(condition::of).toList(), true);
		});
	}

	/** How many items meet a condition. */
	static Formula count(String list, Formula condition, String text) {
		return sum(list, new Formula(Kind.NUMBER, "count", "", java.util.Set.of(), (item) -> java.math.BigInteger.ONE),
				condition, text, Kind.NUMBER);
	}

	/** What an amount of the items that meet a condition comes to. */
	static Formula sum(String list, Formula amount, @Nullable Formula condition, String text, Kind kind) {
		UnaryOperator<Object> result = (total) -> (kind == Kind.NUMBER) ? Words.fits(((Fraction) total).floor())
				: total;
		Formula all = (condition != null) ? condition
				: new Formula(Kind.TRUTH, "", "", java.util.Set.of(), (item) -> true);
		java.util.Set<String> reads = new java.util.TreeSet<>(over(list, all));
		reads.addAll(amount.reads());
		return new Formula(kind, (kind == Kind.NUMBER) ? "count" : "", text, reads, (situation) -> {
			List<Situation> items = situation.items(list);
			if (items == null) {
				return Gone.UNKNOWN;
			}
			Fraction total = Fraction.ZERO;
			List<Object> gone = new java.util.ArrayList<>();
			for (Situation item : items) {
				Object truth = all.of(item);
				Object value = amount.of(item);
				if (truth == Gone.UNKNOWN || truth == Gone.FAULT) {
					gone.add(truth);
				}
				else if (Boolean.TRUE.equals(truth)) {
					if (value instanceof Gone) {
						gone.add(value);
					}
					else {
						total = total.plus(Words.number(value));
					}
				}
			}
			return gone.isEmpty() ? result.apply(total) : Words.gone(gone.toArray());
		});
	}

	private static java.util.Set<String> over(String list, Formula condition) {
		java.util.Set<String> reads = new java.util.TreeSet<>(condition.reads());
		reads.add(list);
		return reads;
	}

	private static String text(List<Formula> parts, String separator) {
		return parts.stream().map(Formula::text).collect(Collectors.joining(separator));
	}

}
