package org.huiling.facts.words;

import java.util.List;
import java.util.Objects;

import org.huiling.facts.Code;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.Expression.Call;
import org.huiling.facts.expression.ItemKinds;
import org.huiling.facts.expression.Spans;
import org.huiling.facts.expression.Vocabulary;
import org.huiling.facts.words.value.Order;
import org.jspecify.annotations.Nullable;

/** Compiles the functions of expressions. */
final class FunctionNodes {

	private final Expressions expressions;

	FunctionNodes(Expressions expressions) {
		this.expressions = expressions;
	}

	Node node(Call call) {
		return switch (call.function()) {
			case "whole" -> argument(call, 0);
			case "min" -> extreme(call, false);
			case "max" -> extreme(call, true);
			case "when" -> new Amounts.When(argument(call, 0), argument(call, 1), argument(call, 2),
					this.expressions.order(call.arguments().get(1), call.arguments().get(2)));
			case "none" -> new Conditions.None(argument(call, 0));
			case "fullYears" -> Days.OfTwo.span(argument(call, 0), argument(call, 1), Spans::fullYears);
			case "fullMonths" -> Days.OfTwo.span(argument(call, 0), argument(call, 1), Spans::fullMonths);
			case "days" -> Days.OfTwo.span(argument(call, 0), argument(call, 1), Spans::days);
			case "begun" -> begun(call.arguments().get(0));
			case "held" -> new Days.Held(argument(call, 0), argument(call, 1));
			case "overlap" -> new Days.Overlap(this.expressions.nodes(call.arguments()));
			case "sameMonth" -> Days.OfTwo.together(argument(call, 0), argument(call, 1), Spans::sameMonth);
			case "sameQuarter" -> Days.OfTwo.together(argument(call, 0), argument(call, 1), Spans::sameQuarter);
			case "sameYear" -> Days.OfTwo.together(argument(call, 0), argument(call, 1), Spans::sameYear);
			case "within" -> new Conditions.Below(argument(call, 0), null);
			case "startsWith" ->
				new Conditions.Below(argument(call, 0), ((Expression.Text) call.arguments().get(1)).value());
			default -> overItems(call);
		};
	}

	private Node argument(Call call, int index) {
		return this.expressions.node(call.arguments().get(index));
	}

	private Node extreme(Call call, boolean largest) {
		Order order = Order.NUMBER;
		for (Expression argument : call.arguments()) {
			Order one = this.expressions.order(argument, argument);
			order = (one == Order.MONEY || one == Order.DAY) ? one : order;
		}
		return new Amounts.Extreme(this.expressions.nodes(call.arguments()), order, largest);
	}

	private Node begun(Expression date) {
		String path = this.expressions.dayOfThePerson(date);
		return new Days.Begun((path != null) ? this.expressions.unnoted(path) : this.expressions.node(date), path);
	}

	private Node overItems(Call call) {
		String path = ((Expression.Name) call.arguments().get(0)).path();
		Node list = argument(call, 0);
		Expressions within = this.expressions.within(path);
		List<Expression> rest = call.arguments().subList(1, call.arguments().size());
		Node first = rest.isEmpty() ? null : within.node(rest.get(0));
		return switch (call.function()) {
			case "holds" -> holds(path, list, (Expression.Code) rest.get(0), within);
			case "any" -> new Items.Any(list, Objects.requireNonNull(first));
			case "count" -> new Items.Count(list, first);
			case "sum" -> new Items.Sum(list, Objects.requireNonNull(first), condition(within, rest),
					within.isMoney(rest.get(0)));
			default -> new Items.One(list, Objects.requireNonNull(first), path);
		};
	}

	private static @Nullable Node condition(Expressions within, List<Expression> rest) {
		return (rest.size() > 1) ? within.node(rest.get(1)) : null;
	}

	private static Node holds(String path, Node list, Expression.Code code, Expressions within) {
		Vocabulary vocabulary = within.dictionary().vocabulary();
		Node kind = named(within, ItemKinds.field(vocabulary, path, code.type()));
		return new Items.Holds(list, Code.of(code.type(), code.name()), kind,
				named(within, vocabulary.period(path, true)), named(within, vocabulary.period(path, false)));
	}

	private static Node named(Expressions within, @Nullable String field) {
		return within.node(new Expression.Name(0, Objects.requireNonNull(field)));
	}

}
