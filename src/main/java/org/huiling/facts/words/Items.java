package org.huiling.facts.words;

import java.util.List;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.Money;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.value.Plain;
import org.jspecify.annotations.Nullable;

/** The parts of expressions that go through the items of a list. */
final class Items {

	private Items() {
	}

	/** Goes through a list that is known. */
	abstract static class OverItems extends Node {

		private final Node list;

		OverItems(Node list) {
			this.list = list;
		}

		@Override
		@SuppressWarnings("unchecked") // records hold nothing else in the slot of a list
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object items = this.list.value(person, null);
			return (items instanceof List<?>) ? over(person, (List<FactRecord>) items)
					: (items == NotThere.VALUE) ? none() : items;
		}

		abstract Object over(PersonFacts person, List<FactRecord> items);

		/** What it comes to where there is no such list. */
		Object none() {
			return NotThere.VALUE;
		}

	}

	/** Whether an item of a code is held on the first day. */
	static final class Holds extends OverItems {

		private final Object code;

		private final Node kind;

		private final Node from;

		private final Node to;

		Holds(Node list, Object code, Node kind, Node from, Node to) {
			super(list);
			this.code = code;
			this.kind = kind;
			this.from = from;
			this.to = to;
		}

		@Override
		Object over(PersonFacts person, List<FactRecord> items) {
			UnknownFact open = null;
			CalculationFault fault = null;
			for (int i = 0; i < items.size(); i++) {
				try {
					Object value = held(person, items.get(i));
					if (holds(value)) {
						return true;
					}
					if (value instanceof UnknownFact unknown) {
						open = unknown(open, unknown);
					}
				}
				catch (CalculationFault ofOne) {
					fault = ofOne;
				}
			}
			return settled(open, fault, false);
		}

		private Object held(PersonFacts person, FactRecord item) {
			Object is = read(this.kind, person, item);
			boolean known = is != NotThere.VALUE && !(is instanceof UnknownFact);
			if (known && !this.code.equals(is)) {
				return false;
			}
			Object held = Days.Held.held(read(this.from, person, item), read(this.to, person, item), person);
			return (known || Boolean.FALSE.equals(held)) ? held : is;
		}

		/** Mostly it is recorded, just as it is read. */
		private static Object read(Node field, PersonFacts person, FactRecord item) {
			Object recorded = item.at(field.slot());
			return (recorded != null) ? recorded : field.value(person, item);
		}

		@Override
		Object none() {
			return false;
		}

	}

	/** Whether a condition holds of an item. */
	static final class Any extends OverItems {

		private final Node condition;

		Any(Node list, Node condition) {
			super(list);
			this.condition = condition;
		}

		@Override
		Object over(PersonFacts person, List<FactRecord> items) {
			UnknownFact open = null;
			CalculationFault fault = null;
			for (int i = 0; i < items.size(); i++) {
				try {
					Object value = this.condition.value(person, items.get(i));
					if (holds(value)) {
						return true;
					}
					if (value instanceof UnknownFact unknown) {
						open = unknown(open, unknown);
					}
				}
				catch (CalculationFault ofOne) {
					fault = ofOne;
				}
			}
			return settled(open, fault, false);
		}

		@Override
		Object none() {
			return false;
		}

	}

	/** How many items there are of which a condition holds. */
	static final class Count extends OverItems {

		private final @Nullable Node condition;

		Count(Node list, @Nullable Node condition) {
			super(list);
			this.condition = condition;
		}

		@Override
		Object over(PersonFacts person, List<FactRecord> items) {
			if (this.condition == null) {
				return items.size();
			}
			UnknownFact open = null;
			int count = 0;
			for (int i = 0; i < items.size(); i++) {
				Object value = this.condition.value(person, items.get(i));
				if (value instanceof UnknownFact unknown) {
					open = unknown(open, unknown);
				}
				count += holds(value) ? 1 : 0;
			}
			return (open != null) ? open : (Object) count;
		}

	}

	/** The sum over items; of one whose condition is unknown, nothing counts less. */
	static final class Sum extends OverItems {

		private final Node addend;

		private final @Nullable Node condition;

		private final boolean money;

		Sum(Node list, Node addend, @Nullable Node condition, boolean money) {
			super(list);
			this.addend = addend;
			this.condition = condition;
			this.money = money;
		}

		@Override
		Object over(PersonFacts person, List<FactRecord> items) {
			UnknownFact open = null;
			Object sum = this.money ? Money.ZERO : (Object) 0;
			for (int i = 0; i < items.size(); i++) {
				FactRecord item = items.get(i);
				Object counts = (this.condition != null) ? this.condition.tried(person, item) : true;
				boolean unsure = counts instanceof UnknownFact || counts instanceof CalculationFault;
				Object value = (unsure || holds(counts)) ? addend(person, item, counts) : NotThere.VALUE;
				if (value == NotThere.VALUE || isNothing(value)) {
					continue;
				}
				UnknownFact unknown = unknown(counts, value);
				if (unknown != null) {
					open = unknown(open, unknown);
					continue;
				}
				if (counts instanceof CalculationFault fault) {
					throw fault;
				}
				try {
					sum = plus(sum, value);
				}
				catch (ArithmeticException beyondEveryNumber) {
					throw new CalculationFault(beyondEveryNumber);
				}
			}
			return (open != null) ? open : sum;
		}

		/** What cannot be worked out matters only if it counts. */
		private Object addend(PersonFacts person, FactRecord item, Object counts) {
			try {
				return this.addend.value(person, item);
			}
			catch (CalculationFault fault) {
				if (counts instanceof UnknownFact open) {
					return open;
				}
				throw fault;
			}
		}

		private Object plus(Object sum, Object value) {
			return this.money ? ((Money) sum).plus(Plain.money(value))
					: Plain.number(Math.addExact(Plain.whole(sum), Plain.whole(value)));
		}

		private boolean isNothing(Object value) {
			return !(value instanceof UnknownFact)
					&& (this.money ? Plain.money(value).compareTo(Money.ZERO) == 0 : Plain.whole(value) == 0);
		}

	}

	/**
	 * The only item of which a condition holds; of several nobody can say which is meant,
	 * and the list is asked for.
	 */
	static final class One extends OverItems {

		private final Node condition;

		private final UnknownFact several;

		One(Node list, Node condition, String path) {
			super(list);
			this.condition = condition;
			this.several = new UnknownFact(path);
		}

		@Override
		Object over(PersonFacts person, List<FactRecord> items) {
			UnknownFact open = null;
			Object found = NotThere.VALUE;
			for (int i = 0; i < items.size(); i++) {
				Object value = this.condition.value(person, items.get(i));
				if (value instanceof UnknownFact unknown) {
					open = unknown(open, unknown);
				}
				else if (holds(value)) {
					if (found != NotThere.VALUE) {
						return this.several;
					}
					found = items.get(i);
				}
			}
			return (open != null) ? open : found;
		}

	}

}
