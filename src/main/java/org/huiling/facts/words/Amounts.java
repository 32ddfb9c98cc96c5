package org.huiling.facts.words;

import java.time.DateTimeException;
import java.util.List;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.Ratio;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.expression.Expression.Operator;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.value.Order;
import org.huiling.facts.words.value.Plain;
import org.huiling.facts.words.value.Range;
import org.jspecify.annotations.Nullable;

/** The parts of expressions that come to a number, an amount or another day. */
final class Amounts {

	private Amounts() {
	}

	/**
	 * A value to which one step after another is done, however many are written in a row.
	 * What lies beyond every number or day, or is divided by zero, is a fault.
	 */
	static final class Steps extends Node {

		private final Node first;

		private final List<Step> steps;

		Steps(Node first, List<Step> steps) {
			this.first = first;
			this.steps = List.copyOf(steps);
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object value = this.first.tried(person, item);
			for (int i = 0; i < this.steps.size(); i++) {
				Step step = this.steps.get(i);
				value = tried(step, value, step.operand.tried(person, item));
			}
			if (value instanceof CalculationFault fault) {
				throw fault;
			}
			return value;
		}

		@Override
		@Nullable Range range(PersonFacts person, @Nullable FactRecord item) {
			Range range = this.first.lies(person, item);
			for (Step step : this.steps) {
				Range operand = (range != null) ? step.operand.lies(person, item) : null;
				if (range == null || operand == null || !step.isSteady(operand)) {
					return null;
				}
				range = range.with(operand, (one, other) -> corner(step, one, other));
			}
			return range;
		}

		private static @Nullable Object corner(Step step, Object one, Object other) {
			try {
				Object corner = done(step, one, other);
				return (corner == NotThere.VALUE) ? null : corner;
			}
			catch (CalculationFault noBound) {
				return null;
			}
		}

		private static Object tried(Step step, Object one, Object other) {
			try {
				return done(step, one, other);
			}
			catch (CalculationFault fault) {
				return fault;
			}
		}

		private static Object done(Step step, Object one, Object other) {
			Object unsettled = unsettled(one, other);
			if (unsettled != null) {
				return unsettled;
			}
			try {
				return step.done(one, other);
			}
			catch (ArithmeticException | DateTimeException fault) {
				throw new CalculationFault(fault);
			}
		}

	}

	/** What is done to a known value with another one. */
	abstract static class Step {

		private final Node operand;

		Step(Node operand) {
			this.operand = operand;
		}

		abstract Object done(Object value, Object operand);

		/**
		 * Whether the outcome goes only up or only down with either value while the
		 * operand lies between bounds.
		 */
		abstract boolean isSteady(Range operand);

	}

	private static boolean isPositive(Range divisor) {
		return Plain.whole(divisor.low()) > 0;
	}

	/** Two whole numbers put together. */
	static final class Whole extends Step {

		private final Operator operator;

		Whole(Operator operator, Node operand) {
			super(operand);
			this.operator = operator;
		}

		@Override
		Object done(Object value, Object operand) {
			long left = Plain.whole(value);
			long right = Plain.whole(operand);
			long number = switch (this.operator) {
				case PLUS -> Math.addExact(left, right);
				case MINUS -> Math.subtractExact(left, right);
				case TIMES -> Math.multiplyExact(left, right);
				case WHOLE -> Math.floorDiv(left, right);
			};
			return Plain.number(number);
		}

		@Override
		boolean isSteady(Range operand) {
			return this.operator != Operator.WHOLE || isPositive(operand);
		}

	}

	/** A word said of an amount, or of a day. */
	static final class Said extends Step {

		private final String word;

		Said(String word, Node argument) {
			super(argument);
			this.word = word.intern();
		}

		@Override
		Object done(Object value, Object argument) {
			return switch (this.word) {
				case "plusMonths" -> Plain.day(value).plusMonths(Plain.whole(argument));
				case "plus" -> Plain.money(value).plus(Plain.money(argument));
				case "minus" -> Plain.money(value).minus(Plain.money(argument));
				case "above" -> Plain.money(value).above(Plain.money(argument));
				case "atMost" -> Plain.money(value).atMost(Plain.money(argument));
				case "atLeast" -> Plain.money(value).atLeast(Plain.money(argument));
				case "steps" -> Plain.money(value).steps(Plain.money(argument));
				case "startedSteps" -> Plain.money(value).startedSteps(Plain.money(argument));
				case "floorTo" -> Plain.money(value).floorTo(Plain.money(argument));
				case "ceilTo" -> Plain.money(value).ceilTo(Plain.money(argument));
				case "rounded" -> Plain.money(value).rounded();
				case "sharedBy" -> Plain.money(value).sharedBy(Math.toIntExact(Plain.whole(argument)));
				case "times" -> Plain.money(value).times(new Ratio(Plain.decimal(argument)));
				default -> throw new IllegalStateException(this.word);
			};
		}

		@Override
		boolean isSteady(Range operand) {
			return !this.word.equals("plusMonths") && (!this.word.equals("sharedBy") || isPositive(operand));
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
			Object condition = this.condition.tried(person, item);
			if (condition instanceof UnknownFact open) {
				try {
					return either(this.one.value(person, item), this.other.value(person, item), open);
				}
				catch (CalculationFault ofOne) {
					// the condition may say that the other counts
					return open;
				}
			}
			if (condition instanceof CalculationFault fault) {
				return either(this.one.value(person, item), this.other.value(person, item), fault);
			}
			return (holds(condition) ? this.one : this.other).value(person, item);
		}

		/**
		 * A condition that cannot be worked out does not matter either where both are the
		 * same.
		 */
		private Object either(Object first, Object second, CalculationFault condition) {
			UnknownFact unknown = unknown(first, second);
			if (unknown == null && !isSame(first, second)) {
				throw condition;
			}
			return (unknown != null) ? unknown : first;
		}

		private Object either(Object first, Object second, UnknownFact open) {
			UnknownFact unknown = unknown(first, second);
			if (unknown != null) {
				return unknown(open, unknown);
			}
			return isSame(first, second) ? first : open;
		}

		private boolean isSame(Object first, Object second) {
			return (first == NotThere.VALUE || second == NotThere.VALUE) ? first.equals(second)
					: this.order.compare(first, second) == 0;
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
			return as(value);
		}

		private Object as(Object value) {
			return switch (this.order) {
				case MONEY -> Plain.money(value);
				case DAY -> Plain.day(value);
				case NUMBER -> Plain.decimal(value);
				case NONE -> value;
			};
		}

		@Override
		@Nullable Range range(PersonFacts person, @Nullable FactRecord item) {
			Range range = this.value.range(person, item);
			return (range != null) ? new Range(as(range.low()), as(range.high())) : null;
		}

	}

}
