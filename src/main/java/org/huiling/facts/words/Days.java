package org.huiling.facts.words;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.ToLongBiFunction;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.value.Plain;
import org.jspecify.annotations.Nullable;

/** The parts of expressions that look at days. */
final class Days {

	private Days() {
	}

	/** What is worked out of two days, or what it is where one of them is not there. */
	static final class OfTwo extends Node {

		private final Node one;

		private final Node other;

		private final BiFunction<LocalDate, LocalDate, Object> made;

		private final Object absent;

		private OfTwo(Node one, Node other, BiFunction<LocalDate, LocalDate, Object> made, Object absent) {
			this.one = one;
			this.other = other;
			this.made = made;
			this.absent = absent;
		}

		/** How long it is from one day to the other. */
		static OfTwo span(Node from, Node to, ToLongBiFunction<LocalDate, LocalDate> span) {
			return new OfTwo(from, to, (first, last) -> Plain.number(span.applyAsLong(first, last)), NotThere.VALUE);
		}

		/** Whether both lie in one month, quarter or year. */
		static OfTwo together(Node one, Node other, BiPredicate<LocalDate, LocalDate> within) {
			return new OfTwo(one, other, within::test, false);
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object first = this.one.tried(person, item);
			Object second = this.other.tried(person, item);
			Object unsettled = unsettled(first, second);
			if (unsettled != null) {
				return (unsettled == NotThere.VALUE) ? this.absent : unsettled;
			}
			return this.made.apply(Plain.day(first), Plain.day(second));
		}

	}

	/**
	 * Whether a first day has come. An unknown one counts as begun; one that has not come
	 * is noted.
	 */
	static final class Begun extends Node {

		private final Node date;

		private final @Nullable String path;

		/**
		 * Of a first day.
		 * @param date reads the day
		 * @param path of the fact to be noted, null if reading it notes it
		 */
		Begun(Node date, @Nullable String path) {
			this.date = date;
			this.path = path;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			Object since = this.date.value(person, item);
			if (since instanceof UnknownFact) {
				return true;
			}
			if (since == NotThere.VALUE) {
				return false;
			}
			boolean begun = person.hasCome(Plain.day(since));
			if (!begun && this.path != null) {
				person.note(this.path, since);
			}
			return begun;
		}

	}

	/** From the first through the last day; a last day that is not there is none. */
	static final class Held extends Node {

		private final Node from;

		private final Node to;

		Held(Node from, Node to) {
			this.from = from;
			this.to = to;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			return held(this.from.tried(person, item), this.to.tried(person, item), person);
		}

		static Object held(Object first, Object last, PersonFacts person) {
			boolean notYet = first == NotThere.VALUE || (isKnown(first) && !person.hasCome(Plain.day(first)));
			boolean over = last != NotThere.VALUE && isKnown(last) && person.isOver(Plain.day(last));
			if (notYet || over) {
				return false;
			}
			// a last day that is not there is none
			Object unsettled = unsettled(first, (last == NotThere.VALUE) ? LocalDate.MAX : last);
			return (unsettled != null) ? unsettled : (Object) true;
		}

		private static boolean isKnown(Object day) {
			return !(day instanceof UnknownFact || day instanceof CalculationFault);
		}

	}

	/** Whether two spans share a day; an end that nobody knows is open. */
	static final class Overlap extends Node {

		private final Node[] ends;

		Overlap(Node[] ends) {
			this.ends = ends;
		}

		@Override
		Object value(PersonFacts person, @Nullable FactRecord item) {
			LocalDate from = day(0, person, item);
			LocalDate to = day(1, person, item);
			LocalDate otherFrom = day(2, person, item);
			LocalDate otherTo = day(3, person, item);
			return !isBefore(to, otherFrom) && !isBefore(otherTo, from);
		}

		private @Nullable LocalDate day(int end, PersonFacts person, @Nullable FactRecord item) {
			Object value = this.ends[end].value(person, item);
			return (value == NotThere.VALUE || value instanceof UnknownFact) ? null : Plain.day(value);
		}

		private static boolean isBefore(@Nullable LocalDate end, @Nullable LocalDate start) {
			return end != null && start != null && end.isBefore(start);
		}

	}

}
