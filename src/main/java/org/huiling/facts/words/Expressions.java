package org.huiling.facts.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import org.huiling.facts.Code;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.TypeCheck;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.expression.ValueType.Kind;
import org.huiling.facts.words.value.Order;
import org.huiling.facts.words.value.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Compiles expressions that were checked. What an expression comes to is what
 * {@link org.huiling.facts.expression.Evaluation} says.
 */
final class Expressions {

	/** Where a word has nothing in its brackets. */
	private static final Node NOTHING = new Constant(true);

	private final Compiler facts;

	private final @Nullable String list;

	private final boolean recorded;

	/**
	 * For expressions about a person, or about an item of theirs.
	 * @param facts what names read
	 * @param list the path of the list whose items are looked at, null outside of lists
	 * @param recorded whether values are read as they are recorded, and not noted
	 */
	Expressions(Compiler facts, @Nullable String list, boolean recorded) {
		this.facts = facts;
		this.list = list;
		this.recorded = recorded;
	}

	/** The same for the items of a list. */
	Expressions within(String items) {
		return new Expressions(this.facts, items, this.recorded);
	}

	/** An expression as a value of its type, whatever number or day was written. */
	Node value(Expression expression, ValueType type) {
		Node node = node(expression);
		return switch (type.kind()) {
			case MONEY -> new Amounts.As(node, Order.MONEY);
			case DECIMAL -> new Amounts.As(node, Order.NUMBER);
			case DATE -> new Amounts.As(node, Order.DAY);
			default -> node;
		};
	}

	Node node(Expression expression) {
		if (expression instanceof Expression.Bool bool) {
			return new Constant(bool.value());
		}
		if (expression instanceof Expression.Numeral number) {
			return new Constant(number(number.value()));
		}
		if (expression instanceof Expression.Text text) {
			return new Constant(text.value());
		}
		if (expression instanceof Expression.Code code) {
			return new Constant(Code.of(code.type(), code.name()));
		}
		if (expression instanceof Expression.Name name) {
			return name(name.path());
		}
		if (expression instanceof Expression.Not not) {
			return new Conditions.Not(node(not.condition()));
		}
		if (expression instanceof Expression.Joined joined) {
			return new Conditions.Joined(joined.all(), nodes(joined.parts()));
		}
		if (expression instanceof Expression.Comparison comparison) {
			Order order = order(comparison.left(), comparison.right());
			if (order == Order.NONE && comparison.right() instanceof Expression.Code code) {
				return new Conditions.Same(node(comparison.left()), Code.of(code.type(), code.name()),
						comparison.comparator() == Expression.Comparator.EQUAL);
			}
			return new Conditions.Comparison(comparison.comparator(), order, operand(comparison.left(), order),
					operand(comparison.right(), order));
		}
		if (expression instanceof Expression.In in) {
			Order[] orders = in.among().stream().map((one) -> order(in.value(), one)).toArray(Order[]::new);
			return new Conditions.In(node(in.value()), nodes(in.among()), orders);
		}
		if (expression instanceof Expression.Arithmetic || expression instanceof Expression.Word) {
			return steps(expression);
		}
		return new FunctionNodes(this).node((Expression.Call) expression);
	}

	/**
	 * {@code a + b + c} and {@code a.plus(b).plus(c)}: the left of each is a step before.
	 */
	private Node steps(Expression expression) {
		Deque<Amounts.Step> steps = new ArrayDeque<>();
		Expression first = expression;
		while (true) {
			if (first instanceof Expression.Arithmetic arithmetic) {
				steps.push(new Amounts.Whole(arithmetic.operator(), node(arithmetic.right())));
				first = arithmetic.left();
			}
			else if (first instanceof Expression.Word word) {
				Node argument = word.arguments().isEmpty() ? NOTHING : node(word.arguments().get(0));
				steps.push(new Amounts.Said(word.word(), argument));
				first = word.value();
			}
			else {
				return new Amounts.Steps(node(first), List.copyOf(steps));
			}
		}
	}

	private static Object number(BigDecimal value) {
		boolean whole = value.stripTrailingZeros().scale() <= 0;
		return whole ? Plain.number(value.longValueExact()) : value;
	}

	private Node name(String path) {
		return this.recorded ? this.facts.recorded(path, this.list) : this.facts.name(path, this.list);
	}

	Node[] nodes(List<Expression> expressions) {
		return expressions.stream().map(this::node).toArray(Node[]::new);
	}

	/** A written number or day is made what it is compared with once for all. */
	private Node operand(Expression expression, Order order) {
		if (order == Order.MONEY && expression instanceof Expression.Numeral number) {
			return new Constant(Plain.money(number.value()));
		}
		if (order == Order.DAY && expression instanceof Expression.Text text) {
			return new Constant(LocalDate.parse(text.value()));
		}
		return node(expression);
	}

	Order order(Expression one, Expression other) {
		return Order.of(type(one), type(other));
	}

	ValueType type(Expression expression) {
		return Objects.requireNonNull(TypeCheck.of(expression, dictionary().vocabulary(), this.list, true, (fault) -> {
		}), "was checked");
	}

	boolean isMoney(Expression expression) {
		return type(expression).kind() == Kind.MONEY;
	}

	Dictionary dictionary() {
		return this.facts.dictionary();
	}

	/** The path of a fact of the person that is a day; null for anything else. */
	@Nullable String dayOfThePerson(Expression expression) {
		if (!(expression instanceof Expression.Name name)) {
			return null;
		}
		boolean field = this.list != null && dictionary().fact(this.list + "[]." + name.path()) != null;
		return (!field && dictionary().fact(name.path()) != null) ? name.path() : null;
	}

	/** A day of the person, whose reading is not noted. */
	Node unnoted(String path) {
		return this.facts.recorded(path, null);
	}

}
