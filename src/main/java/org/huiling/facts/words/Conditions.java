package org.huiling.facts.words;

import java.time.LocalDate;
import java.util.Set;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.expression.Expression.Comparator;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.value.Order;
import org.huiling.facts.words.value.Plain;
import org.jspecify.annotations.Nullable;

/** The parts of expressions that come to yes or no. */
final class Conditions {

	private Conditions() {
	}

	/** Every one of some conditions, or any of them. */
	static final class Joined extends Node {

		private final boolean all;

		private final Node[] parts;

		Joined(boolean all, Node[] parts) {
			this.all = all;
			this.parts = parts;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			UnknownFact open = null;
			CalculationFault fault = null;
			for (Node part : this.parts) {
				try {
					Object value = part.value(person, item);
					if (value instanceof UnknownFact unknown) {
						open = unknown(open, unknown);
					}
					else if (holds(value) != this.all) {
						return !this.all;
					}
				}
				catch (CalculationFault ofOne) {
					fault = ofOne;
				}
			}
			return settled(open, fault, this.all);
		}

	}

	/** The opposite of a condition. */
	static final class Not extends Node {

		private final Node condition;

		Not(Node condition) {
			this.condition = condition;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object value = this.condition.value(person, item);
			return (value instanceof UnknownFact) ? value : (Object) !holds(value);
		}

	}

	/** Two values compared. */
	static final class Comparison extends Node {

		private final Comparator comparator;

		private final Order order;

		private final Node left;

		private final Node right;

		Comparison(Comparator comparator, Order order, Node left, Node right) {
			this.comparator = comparator;
			this.order = order;
			this.left = left;
			this.right = right;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			boolean leftGoesOn = this.order == Order.DAY && this.left.isDayOfPeriod();
			boolean rightGoesOn = this.order == Order.DAY && this.right.isDayOfPeriod();
			Object one = leftGoesOn ? goingOn(this.left, person, item) : this.left.tried(person, item);
			Object other = rightGoesOn ? goingOn(this.right, person, item) : this.right.tried(person, item);
			Object unsettled = unsettled(one, other);
			if (leftGoesOn && rightGoesOn) {
				person.lasting().until(Lasting.NEVER);
			}
			else if (unsettled == null && (leftGoesOn || rightGoesOn)) {
				turns(leftGoesOn ? one : other, leftGoesOn ? other : one, person);
			}
			if (unsettled == NotThere.VALUE) {
				return this.comparator == Comparator.NOT_EQUAL;
			}
			return (unsettled != null) ? unsettled : (Object) holds(this.order.compare(one, other));
		}

		/**
		 * A day of the period, of which it matters only on which side of another it is.
		 */
		private static Object goingOn(Node node, PersonFacts person, @Nullable FactRecord item) {
			Lasting lasting = person.lasting();
			long before = lasting.until();
			Object day = node.tried(person, item);
			lasting.back(before);
			return day;
		}

		/** It is on another side from that day on, and once it is after it for good. */
		private static void turns(Object goesOn, Object other, PersonFacts person) {
			LocalDate day = Plain.day(other);
			int order = Plain.day(goesOn).compareTo(day);
			if (order <= 0) {
				person.lasting().until(day.toEpochDay() + ((order == 0) ? 1 : 0));
			}
		}

		private boolean holds(int order) {
			return switch (this.comparator) {
				case EQUAL -> order == 0;
				case NOT_EQUAL -> order != 0;
				case LESS -> order < 0;
				case AT_MOST -> order <= 0;
				case MORE -> order > 0;
				case AT_LEAST -> order >= 0;
			};
		}

	}

	/** Whether a value is the same as one that is written. */
	static final class Same extends Node {

		private final Node value;

		private final Object written;

		private final boolean same;

		/**
		 * A comparison with a code or the like.
		 * @param value what is compared
		 * @param written what it is compared with
		 * @param same whether it must be that, or anything else
		 */
		Same(Node value, Object written, boolean same) {
			this.value = value;
			this.written = written;
			this.same = same;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object value = this.value.value(person, item);
			return (value instanceof UnknownFact) ? value : (Object) (this.written.equals(value) == this.same);
		}

	}

	/** Whether a value is one of several. */
	static final class In extends Node {

		private final Node value;

		private final Node[] among;

		private final Order[] orders;

		In(Node value, Node[] among, Order[] orders) {
			this.value = value;
			this.among = among;
			this.orders = orders;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object value = this.value.value(person, item);
			if (value == NotThere.VALUE) {
				return false;
			}
			UnknownFact open = (value instanceof UnknownFact unknown) ? unknown : null;
			boolean known = open == null;
			CalculationFault fault = null;
			for (int i = 0; i < this.among.length; i++) {
				try {
					Object member = this.among[i].value(person, item);
					if (member instanceof UnknownFact unknown) {
						open = unknown(open, unknown);
					}
					else if (known && member != NotThere.VALUE && isAmong(value, member, this.orders[i])) {
						return true;
					}
				}
				catch (CalculationFault ofOne) {
					fault = ofOne;
				}
			}
			return settled(open, fault, false);
		}

		private static boolean isAmong(Object value, Object member, Order order) {
			return (member instanceof Set<?> codes) ? codes.contains(value) : order.compare(value, member) == 0;
		}

	}

	/** Whether a value is not there. */
	static final class None extends Node {

		private final Node value;

		None(Node value) {
			this.value = value;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object value = this.value.value(person, item);
			return (value instanceof UnknownFact) ? value : (Object) (value == NotThere.VALUE);
		}

	}

	/**
	 * Whether a region lies below a prefix: one that is written, or the jurisdiction's.
	 */
	static final class Below extends Node {

		private final Node region;

		private final @Nullable String prefix;

		Below(Node region, @Nullable String prefix) {
			this.region = region;
			this.prefix = prefix;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object value = this.region.value(person, item);
			if (value instanceof UnknownFact) {
				return value;
			}
			String begins = (this.prefix != null) ? this.prefix : person.regionPrefix();
			return value instanceof String digits && digits.startsWith(begins);
		}

	}

}
