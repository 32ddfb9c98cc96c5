package org.huiling.engine.drools.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One side of a condition, as the author wrote it: what a fact says, a constant, or a
 * calculation with them. Brackets are gone, and {@code getSize()} is {@code size}.
 */
public sealed interface Operand {

	/** What it is made of. */
	List<Operand> parts();

	/** Whether a fact has a say in it. */
	default boolean readsFacts() {
		return parts().stream().anyMatch(Operand::readsFacts);
	}

	/**
	 * A number, a text, a truth value, or what parameters come to.
	 *
	 * @param value typed as rules see it
	 */
	record Constant(Object value) implements Operand {

		@Override
		public List<Operand> parts() {
			return List.of();
		}

	}

	/**
	 * A code of an enumeration.
	 *
	 * @param type such as {@code HukouType}
	 * @param name such as {@code RURAL}
	 */
	record Code(String type, String name) implements Operand {

		@Override
		public List<Operand> parts() {
			return List.of();
		}

	}

	/**
	 * A parameter of {@code policy.yaml}.
	 *
	 * @param name without the {@code P}
	 */
	record Parameter(String name) implements Operand {

		@Override
		public List<Operand> parts() {
			return List.of();
		}

	}

	/**
	 * A property of a fact.
	 *
	 * @param fact the name of the fact
	 * @param path the way to the property, such as {@code household.size}; empty for the
	 * fact itself
	 * @param arguments what stands in brackets behind it, empty for a plain property
	 * @param type what it gives, null if there is no such property
	 */
	record Property(String fact, String path, List<Operand> arguments, @Nullable String type) implements Operand {

		private static final String AWARD = "award";

		/** Whether it is what another program awards. */
		public boolean isAward() {
			return this.path.equals(AWARD)
					&& Arrays.stream(Subject.values()).anyMatch((one) -> one.pattern().equals(this.fact));
		}

		/** The fact itself. */
		static Property itself(String fact) {
			return new Property(fact, "", List.of(), fact);
		}

		@Override
		public List<Operand> parts() {
			return this.arguments;
		}

		@Override
		public boolean readsFacts() {
			return true;
		}

	}

	/**
	 * What was bound to a name.
	 *
	 * @param name with its {@code $}
	 */
	record Variable(String name) implements Operand {

		@Override
		public List<Operand> parts() {
			return List.of();
		}

		@Override
		public boolean readsFacts() {
			return true;
		}

	}

	/**
	 * What can be done with an amount, a share or a table.
	 *
	 * @param on the amount
	 * @param word such as {@code times}
	 * @param arguments what stands in brackets
	 */
	record Call(Operand on, String word, List<Operand> arguments) implements Operand {

		@Override
		public List<Operand> parts() {
			return Stream.concat(Stream.of(this.on), this.arguments.stream()).toList();
		}

	}

	/**
	 * A calculation with whole numbers.
	 *
	 * @param left the first number
	 * @param operator {@code +}, {@code -}, {@code *}, or {@code /} without its rest
	 * @param right the second one
	 */
	record Calculation(Operand left, String operator, Operand right) implements Operand {

		@Override
		public List<Operand> parts() {
			return List.of(this.left, this.right);
		}

	}

	/**
	 * The lower or the higher of two values.
	 *
	 * @param function {@code min} or {@code max}
	 * @param one the first value
	 * @param other the second one
	 */
	record Extreme(String function, Operand one, Operand other) implements Operand {

		@Override
		public List<Operand> parts() {
			return List.of(this.one, this.other);
		}

	}

}
