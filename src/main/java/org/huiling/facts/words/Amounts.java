package org.huiling.facts.words;

import java.time.DateTimeException;

import org.huiling.facts.FactRecord;
import org.huiling.facts.Ratio;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.expression.Expression.Operator;
import org.jspecify.annotations.Nullable;

/** The parts of expressions that come to a number, an amount or another day. */
final class Amounts {

	private Amounts() {
	}

	/** Made of two known values; what lies beyond every number or day is not there. */
	abstract static class OfTwo extends Node {

		private final Node left;

		private final Node right;

		OfTwo(Node left, Node right) {
			this.left = left;
			this.right = right;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object one = this.left.value(person, item);
			Object other = this.right.value(person, item);
			if (one == NotThere.VALUE || other == NotThere.VALUE) {
				return NotThere.VALUE;
			}
			UnknownFact open = unknown(one, other);
			if (open != null) {
				return open;
			}
			try {
				return made(one, other);
			}
			catch (ArithmeticException | DateTimeException beyondEveryNumber) {
				return NotThere.VALUE;
			}
		}

		abstract Object made(Object one, Object other);

	}

	/** Two whole numbers put together. */
	static final class Whole extends OfTwo {

		private final Operator operator;

		Whole(Operator operator, Node left, Node right) {
			super(left, right);
			this.operator = operator;
		}

		@Override
		Object made(Object one, Object other) {
			long left = Plain.whole(one);
			long right = Plain.whole(other);
			long number = switch (this.operator) {
				case PLUS -> Math.addExact(left, right);
				case MINUS -> Math.subtractExact(left, right);
				case TIMES -> Math.multiplyExact(left, right);
				case WHOLE -> Math.floorDiv(left, right);
			};
			return Plain.number(number);
		}

	}

	/** A word said of an amount, or of a day. */
	static final class Said extends OfTwo {

		private final String word;

		Said(String word, Node value, Node argument) {
			super(value, argument);
			this.word = word;
		}

		@Override
		Object made(Object value, Object argument) {
			return switch (this.word) {
				case "plusMonths" -> Plain.day(value).plusMonths(Plain.whole(argument));
				case "plus" -> Plain.money(value).plus(Plain.money(argument));
				case "minus" -> Plain.money(value).minus(Plain.money(argument));
				case "above" -> Plain.money(value).above(Plain.money(argument));
				case "atMost" -> Plain.money(value).atMost(Plain.money(argument));
				case "atLeast" -> Plain.money(value).atLeast(Plain.money(argument));
				case "sharedBy" -> Plain.money(value).sharedBy(Math.toIntExact(Plain.whole(argument)));
				case "times" -> Plain.money(value).times(new Ratio(Plain.decimal(argument)));
				default -> throw new IllegalStateException(this.word);
			};
		}

	}

	/** The least or the largest of several values; skips what is not there. */
	static final class Extreme extends Node {

		private final Node[] values;

		private final Order order;

		private final boolean largest;

		Extreme(Node[] values, Order order, boolean largest) {
			this.values = values;
			this.order = order;
			this.largest = largest;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object best = NotThere.VALUE;
			UnknownFact open = null;
			for (Node one : this.values) {
				Object value = one.value(person, item);
				if (value instanceof UnknownFact unknown) {
					open = unknown(open, unknown);
				}
				else if (value != NotThere.VALUE && (best == NotThere.VALUE || isBetter(value, best))) {
					best = value;
				}
			}
			return (open != null) ? open : best;
		}

		private boolean isBetter(Object value, Object best) {
			int order = this.order.compare(value, best);
			return this.largest ? order > 0 : order < 0;
		}

	}

	/** One of two values. Where both come to the same, the condition cannot matter. */
	static final class When extends Node {

		private final Node condition;

		private final Node one;

		private final Node other;

		private final Order order;

		When(Node condition, Node one, Node other, Order order) {
			this.condition = condition;
			this.one = one;
			this.other = other;
			this.order = order;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object condition = this.condition.value(person, item);
			if (!(condition instanceof UnknownFact open)) {
				return (holds(condition) ? this.one : this.other).value(person, item);
			}
			Object first = this.one.value(person, item);
			Object second = this.other.value(person, item);
			UnknownFact unknown = unknown(first, second);
			boolean same = unknown == null && ((first == NotThere.VALUE || second == NotThere.VALUE) ? first == second
					: this.order.compare(first, second) == 0);
			return same ? first : (unknown != null) ? unknown(open, unknown) : open;
		}

	}

	/** A number as it is written that stands for an amount, a decimal or a day. */
	static final class As extends Node {

		private final Node value;

		private final Order order;

		As(Node value, Order order) {
			this.value = value;
			this.order = order;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object value = this.value.value(person, item);
			if (value == NotThere.VALUE || value instanceof UnknownFact) {
				return value;
			}
			return switch (this.order) {
				case MONEY -> Plain.money(value);
				case DAY -> Plain.day(value);
				case NUMBER -> Plain.decimal(value);
				case NONE -> value;
			};
		}

	}

}
