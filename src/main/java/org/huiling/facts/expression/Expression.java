package org.huiling.facts.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An expression over facts, as its author wrote it. Names are not resolved yet: inside a
 * list a name is a field of the item before it is a fact.
 */
public sealed interface Expression {

	/**
	 * Where it stands.
	 * @return the index of its first character in the text
	 */
	int at();

	/**
	 * What it is made of.
	 * @return its parts in the order of the text
	 */
	List<Expression> parts();

	/**
	 * Goes through this expression and everything within it.
	 * @param each takes one after another, the whole before its parts
	 */
	default void walk(Consumer<Expression> each) {
		each.accept(this);
		parts().forEach((part) -> part.walk(each));
	}

	/** How two values are compared. */
	enum Comparator {

		EQUAL("=="), NOT_EQUAL("!="), LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">=");

		private final String sign;

		Comparator(String sign) {
			this.sign = sign;
		}

		/**
		 * As it is written.
		 * @return such as {@code <=}
		 */
		public String sign() {
			return this.sign;
		}

		/**
		 * Whether it is about an order, not only about being equal.
		 * @return true for less and more
		 */
		public boolean orders() {
			return this != EQUAL && this != NOT_EQUAL;
		}

	}

	/** How two numbers are put together. */
	enum Operator {

		PLUS("+"), MINUS("-"), TIMES("*"), WHOLE("/");

		private final String sign;

		Operator(String sign) {
			this.sign = sign;
		}

		/**
		 * As it is written.
		 * @return such as {@code +}; {@code /} stands inside {@code whole( )} only
		 */
		public String sign() {
			return this.sign;
		}

	}

	/**
	 * {@code true} or {@code false}.
	 *
	 * @param at its place
	 * @param value which of them
	 */
	record Bool(int at, boolean value) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of();
		}

	}

	/**
	 * A number as it is written; whether it counts persons or yuan is said by what it
	 * stands beside.
	 *
	 * @param at its place
	 * @param value at most nine digits before the point and two behind it
	 */
	record Numeral(int at, BigDecimal value) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of();
		}

	}

	/**
	 * A text in quotes: the beginning of a region code, or a day such as
	 * {@code "1949-10-01"}.
	 *
	 * @param at its place
	 * @param value without the quotes
	 */
	record Text(int at, String value) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of();
		}

	}

	/**
	 * A fact, a field of an item, or one of the days.
	 *
	 * @param at its place
	 * @param path such as {@code household.size}
	 */
	record Name(int at, String path) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of();
		}

	}

	/**
	 * A code.
	 *
	 * @param at its place
	 * @param type such as {@code DibaoType}
	 * @param name such as {@code NONE}
	 */
	record Code(int at, String type, String name) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of();
		}

	}

	/**
	 * The opposite of a condition.
	 *
	 * @param at its place
	 * @param condition the condition
	 */
	record Not(int at, Expression condition) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of(this.condition);
		}

	}

	/**
	 * Every one of some conditions, or any of them.
	 *
	 * @param at its place
	 * @param all whether every one must hold
	 * @param parts at least two
	 */
	record Joined(int at, boolean all, List<Expression> parts) implements Expression {

		public Joined {
			parts = List.copyOf(parts);
		}

	}

	/**
	 * Two values compared.
	 *
	 * @param at the place of the sign
	 * @param comparator how
	 * @param left on the left
	 * @param right on the right
	 */
	record Comparison(int at, Comparator comparator, Expression left, Expression right) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of(this.left, this.right);
		}

	}

	/**
	 * Whether a value is one of several.
	 *
	 * @param at the place of {@code in}
	 * @param value the value
	 * @param among what it may be, at least one
	 */
	record In(int at, Expression value, List<Expression> among) implements Expression {

		public In {
			among = List.copyOf(among);
		}

		@Override
		public List<Expression> parts() {
			return Stream.concat(Stream.of(this.value), this.among.stream()).toList();
		}

	}

	/**
	 * Two whole numbers put together.
	 *
	 * @param at the place of the sign
	 * @param operator how
	 * @param left on the left
	 * @param right on the right
	 */
	record Arithmetic(int at, Operator operator, Expression left, Expression right) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of(this.left, this.right);
		}

	}

	/**
	 * A function, such as {@code begun(hukou.since)}.
	 *
	 * @param at its place
	 * @param function its name
	 * @param arguments what stands in the brackets
	 */
	record Call(int at, String function, List<Expression> arguments) implements Expression {

		public Call {
			arguments = List.copyOf(arguments);
		}

		@Override
		public List<Expression> parts() {
			return this.arguments;
		}

	}

	/**
	 * A word said of a value, such as {@code household.monthlyIncome.sharedBy(…)}.
	 *
	 * @param at the place of the word
	 * @param value what it is said of
	 * @param word the word
	 * @param arguments what stands in the brackets
	 */
	record Word(int at, Expression value, String word, List<Expression> arguments) implements Expression {

		public Word {
			arguments = List.copyOf(arguments);
		}

		@Override
		public List<Expression> parts() {
			return Stream.concat(Stream.of(this.value), this.arguments.stream()).toList();
		}

	}

}
