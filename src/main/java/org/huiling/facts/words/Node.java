package org.huiling.facts.words;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.words.value.Range;
import org.jspecify.annotations.Nullable;

/**
 * A part of a compiled expression. Immutable, shared by all threads.
 * <p>
 * Values are {@link Boolean}, {@link Integer} (a {@link Long} only beyond its range),
 * {@link java.math.BigDecimal}, {@link org.huiling.facts.Money},
 * {@link java.time.LocalDate}, a text for a region, codes as records have them, an item
 * of a list or a list of them. An {@link UnknownFact} <em>returned</em> is the value that
 * is not known, {@link NotThere#VALUE} the one that is not there: they are thrown only
 * where a rule asks. A {@link CalculationFault} is thrown at once, and caught where
 * another part settles a condition.
 */
abstract class Node {

	/**
	 * Works it out.
	 * @param person whom it is asked of
	 * @param item the item of a list that is looked at, null outside of lists
	 */
	abstract Object value(PersonFacts person, @Nullable FactRecord item);

	/**
	 * The slot of the record in which the value stands just as it is read, if it is
	 * recorded: for those who need not come here then.
	 */
	int slot() {
		return RecordShape.NONE;
	}

	/** Whether it is a day of the period, which is later in every later period. */
	boolean isDayOfPeriod() {
		return false;
	}

	/**
	 * Between which values it lies while it is unknown.
	 * @param person whom it is asked of
	 * @param item the item of a list that is looked at, null outside of lists
	 * @return null if no bounds are known, or it may not be there
	 */
	@Nullable Range range(PersonFacts person, @Nullable FactRecord item) {
		return null;
	}

	/** The same where it may be known: then both bounds are what it is. */
	final @Nullable Range lies(PersonFacts person, @Nullable FactRecord item) {
		Object value = value(person, item);
		if (value == NotThere.VALUE) {
			return null;
		}
		return (value instanceof UnknownFact) ? range(person, item) : Range.of(value);
	}

	/** Whether a condition came out as known to hold. */
	static boolean holds(Object value) {
		return Boolean.TRUE.equals(value);
	}

	/**
	 * Where no part settled a condition: unknown while what is asked for may settle it, a
	 * fault if nothing can.
	 */
	static Object settled(@Nullable UnknownFact open, @Nullable CalculationFault fault, boolean otherwise) {
		if (open != null) {
			return open;
		}
		if (fault != null) {
			throw fault;
		}
		return otherwise;
	}

	/** The same where a fault is a value among others: another may make it not matter. */
	final Object tried(PersonFacts person, @Nullable FactRecord item) {
		try {
			return value(person, item);
		}
		catch (CalculationFault fault) {
			return fault;
		}
	}

	/**
	 * What two values come to that are not both known: nothing if one is not there, then
	 * unknown if one is unknown.
	 * @return null if both are known
	 * @throws CalculationFault if one could not be worked out and the other is known
	 */
	static @Nullable Object unsettled(Object one, Object other) {
		if (one == NotThere.VALUE || other == NotThere.VALUE) {
			return NotThere.VALUE;
		}
		UnknownFact open = unknown(one, other);
		if (open == null && one instanceof CalculationFault fault) {
			throw fault;
		}
		if (open == null && other instanceof CalculationFault fault) {
			throw fault;
		}
		return open;
	}

	/** Two unknowns, or one: what would settle either. */
	static UnknownFact unknown(@Nullable UnknownFact one, UnknownFact other) {
		return (one == null) ? other : one.and(other);
	}

	/** Which of two values is unknown; both, if both are. */
	static @Nullable UnknownFact unknown(Object one, Object other) {
		UnknownFact first = (one instanceof UnknownFact unknown) ? unknown : null;
		return (other instanceof UnknownFact second) ? unknown(first, second) : first;
	}

}
