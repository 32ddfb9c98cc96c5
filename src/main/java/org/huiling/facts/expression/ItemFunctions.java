package org.huiling.facts.expression;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.Money;
import org.huiling.facts.expression.Answer.Known;
import org.huiling.facts.expression.Answer.NotThere;
import org.huiling.facts.expression.Answer.Unknown;
import org.huiling.facts.expression.Expression.Call;
import org.huiling.facts.expression.ValueType.Kind;

/** The functions of the expression language that go through the items of a list. */
final class ItemFunctions {

	private final Evaluation evaluation;

	ItemFunctions(Evaluation evaluation) {
		this.evaluation = evaluation;
	}

	Answer call(Call call) {
		String list = ((Expression.Name) call.arguments().get(0)).path();
		Answer items = this.evaluation.items(call.arguments().get(0));
		if (!(items instanceof Known known)) {
			boolean condition = items instanceof NotThere && Set.of("any", "holds").contains(call.function());
			return condition ? Answer.of(false) : items;
		}
		List<FactValues> listed = Evaluation.listed(known);
		List<Expression> rest = call.arguments().subList(1, call.arguments().size());
		return switch (call.function()) {
			case "holds" -> holds(list, listed, (Expression.Code) rest.get(0));
			case "any" -> any(listed, (item) -> within(list, item).condition(rest.get(0)));
			case "count" -> rest.isEmpty() ? new Known((long) listed.size()) : count(list, listed, rest.get(0));
			case "sum" -> sum(list, listed, rest);
			default -> one(list, listed, rest.get(0));
		};
	}

	private Evaluation within(String list, FactValues item) {
		return this.evaluation.within(list, item);
	}

	private static Answer any(List<FactValues> items, Function<FactValues, Answer> asked) {
		Set<String> missing = new TreeSet<>();
		boolean open = false;
		CalculationFault fault = null;
		for (FactValues item : items) {
			try {
				Answer answer = asked.apply(item);
				if (answer.holds()) {
					return Answer.of(true);
				}
				open |= answer.isUnknown();
				missing.addAll(answer.missingFields());
			}
			catch (CalculationFault ofOne) {
				fault = ofOne;
			}
		}
		return Evaluation.settled(open, missing, fault, false);
	}

	/** An item of the code that is held on the first day. */
	private Answer holds(String list, List<FactValues> items, Expression.Code code) {
		Vocabulary vocabulary = this.evaluation.vocabulary();
		String kind = Objects.requireNonNull(ItemKinds.field(vocabulary, list, code.type()));
		Expression from = new Expression.Name(0, Objects.requireNonNull(vocabulary.period(list, true)));
		Expression to = new Expression.Name(0, Objects.requireNonNull(vocabulary.period(list, false)));
		return any(items, (item) -> {
			Answer is = item.value(kind);
			if (is instanceof Known known && !code.name().equals(known.value())) {
				return Answer.of(false);
			}
			Answer held = ExpressionFunctions.held(within(list, item), from, to);
			return (is instanceof Known || held.fails()) ? held : is;
		});
	}

	private Answer count(String list, List<FactValues> items, Expression condition) {
		long count = 0;
		Set<String> missing = new TreeSet<>();
		boolean open = false;
		for (FactValues item : items) {
			Answer answer = within(list, item).condition(condition);
			count += answer.holds() ? 1 : 0;
			open |= answer.isUnknown();
			missing.addAll(answer.missingFields());
		}
		return open ? new Unknown(missing) : new Known(count);
	}

	/**
	 * Adds up what is there; of an item whose condition is unknown, nothing counts less.
	 */
	private Answer sum(String list, List<FactValues> items, List<Expression> rest) {
		boolean money = isMoney(list, rest.get(0));
		Object sum = Evaluation.zero(money);
		Set<String> missing = new TreeSet<>();
		boolean open = false;
		for (FactValues item : items) {
			Evaluation within = within(list, item);
			Answer counts = (rest.size() > 1) ? tried(within, rest.get(1)) : Answer.of(true);
			Answer value = counts.fails() ? Answer.notThere() : addend(within, rest.get(0), counts);
			if (value instanceof NotThere || isNothing(value)) {
				continue;
			}
			if (counts.isUnknown() || value.isUnknown()) {
				open = true;
				missing.addAll(counts.missingFields());
				missing.addAll(value.missingFields());
			}
			else if (counts instanceof Answer.Failed failed) {
				throw failed.fault();
			}
			else if (value instanceof Known known) {
				sum = plus(sum, known.value());
			}
		}
		if (open) {
			return new Unknown(missing);
		}
		return new Known(sum);
	}

	/** A condition that cannot be worked out does not matter where nothing is added. */
	private static Answer tried(Evaluation within, Expression condition) {
		try {
			return within.condition(condition);
		}
		catch (CalculationFault fault) {
			return new Answer.Failed(fault);
		}
	}

	/** What cannot be worked out matters only if it counts. */
	private static Answer addend(Evaluation within, Expression addend, Answer counts) {
		try {
			return within.value(addend);
		}
		catch (CalculationFault fault) {
			if (counts.isUnknown()) {
				return counts;
			}
			throw fault;
		}
	}

	private static boolean isNothing(Answer value) {
		return value instanceof Known known && Calculation.compare(known.value(), 0L) == 0;
	}

	private static Object plus(Object sum, Object value) {
		return (sum instanceof Money money) ? money.plus(Calculation.money(value))
				: (Object) Math.addExact((Long) sum, (Long) value);
	}

	private boolean isMoney(String list, Expression value) {
		ValueType type = TypeCheck.of(value, this.evaluation.vocabulary(), list, true, (fault) -> {
		});
		return type != null && type.is(Kind.MONEY);
	}

	/**
	 * The only item; of several nobody can say which is meant, and the list is asked for.
	 */
	private Answer one(String list, List<FactValues> items, Expression condition) {
		FactValues found = null;
		Set<String> missing = new TreeSet<>();
		boolean open = false;
		for (FactValues item : items) {
			Answer answer = within(list, item).condition(condition);
			if (answer.isUnknown()) {
				open = true;
				missing.addAll(answer.missingFields());
			}
			else if (answer.holds() && found != null) {
				return Answer.missing(list);
			}
			else if (answer.holds()) {
				found = item;
			}
		}
		return open ? new Unknown(missing) : (found != null) ? new Known(found) : Answer.notThere();
	}

}
