package org.huiling.facts.expression;

import java.util.Set;
import java.util.TreeSet;

import org.huiling.facts.CalculationFault;

/**
 * What an expression comes to: a value, unknown, or nothing at all. Unknown is not
 * nothing: nobody asks for what is not there.
 */
public sealed interface Answer {

	/**
	 * A value: {@link Boolean}, {@link Long}, {@link java.math.BigDecimal},
	 * {@link org.huiling.facts.Money}, {@link java.time.LocalDate}, the name of a code or
	 * the digits of a region as a text, a set of codes, an item, or a list of items.
	 *
	 * @param value the value
	 */
	record Known(Object value) implements Answer {

		private static final Known HOLDS = new Known(true);

		private static final Known FAILS = new Known(false);

	}

	/**
	 * It hangs on what is not recorded.
	 *
	 * @param missing the paths of the fields that would settle it
	 */
	record Unknown(Set<String> missing) implements Answer {

		public Unknown {
			missing = Set.copyOf(missing);
		}

	}

	/**
	 * It cannot be worked out, unless another part makes that not matter. Only among the
	 * parts of an expression: whoever asks for the whole gets the fault.
	 *
	 * @param fault what went wrong
	 */
	record Failed(CalculationFault fault) implements Answer {
	}

	/** There is no such value, and nobody is asked for it. */
	record NotThere() implements Answer {

		private static final NotThere ANSWER = new NotThere();

	}

	/**
	 * Yes or no.
	 * @param holds which
	 * @return the answer
	 */
	static Answer of(boolean holds) {
		return holds ? Known.HOLDS : Known.FAILS;
	}

	/**
	 * There is no such value.
	 * @return the answer
	 */
	static Answer notThere() {
		return NotThere.ANSWER;
	}

	/**
	 * Unknown for one field.
	 * @param field its path
	 * @return the answer
	 */
	static Answer missing(String field) {
		return new Unknown(Set.of(field));
	}

	/**
	 * Whether it is known to hold.
	 * @return false if it fails, is unknown or not there
	 */
	default boolean holds() {
		return this instanceof Known known && Boolean.TRUE.equals(known.value());
	}

	/**
	 * Whether it cannot hold: it fails, or is not there.
	 * @return false if it holds or is unknown
	 */
	default boolean fails() {
		return this instanceof NotThere || (this instanceof Known known && Boolean.FALSE.equals(known.value()));
	}

	/**
	 * Whether it hangs on what is not recorded.
	 * @return true if it is unknown
	 */
	default boolean isUnknown() {
		return this instanceof Unknown;
	}

	/**
	 * The fields that would settle it.
	 * @return their paths, none if it is settled
	 */
	default Set<String> missingFields() {
		return (this instanceof Unknown unknown) ? new TreeSet<>(unknown.missing()) : Set.of();
	}

}
