package org.huiling.facts.expression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.expression.Answer.Known;
import org.huiling.facts.expression.Answer.NotThere;
import org.huiling.facts.expression.Answer.Unknown;
import org.huiling.facts.expression.Expression.Call;
import org.jspecify.annotations.Nullable;

/** The functions of the expression language that look at single values. */
final class ExpressionFunctions {

	private final Evaluation evaluation;

	ExpressionFunctions(Evaluation evaluation) {
		this.evaluation = evaluation;
	}

	Answer call(Call call) {
		return switch (call.function()) {
			case "whole" -> value(call, 0);
			case "min" -> extreme(call, -1);
			case "max" -> extreme(call, 1);
			case "when" -> choice(call);
			case "none" -> none(value(call, 0));
			case "fullYears" -> Evaluation.both(tried(call, 0), tried(call, 1), Calculation::fullYears);
			case "fullMonths" -> Evaluation.both(tried(call, 0), tried(call, 1), Calculation::fullMonths);
			case "days" -> Evaluation.both(tried(call, 0), tried(call, 1), Calculation::days);
			case "begun" -> begun(call.arguments().get(0));
			case "held" -> held(this.evaluation, call.arguments().get(0), call.arguments().get(1));
			case "overlap" -> overlap(call);
			case "sameMonth" -> together(call, Spans::sameMonth);
			case "sameQuarter" -> together(call, Spans::sameQuarter);
			case "sameYear" -> together(call, Spans::sameYear);
			case "within" -> startsWith(value(call, 0), this.evaluation.setting().regionPrefix());
			case "startsWith" -> startsWith(value(call, 0), ((Expression.Text) call.arguments().get(1)).value());
			default -> new ItemFunctions(this.evaluation).call(call);
		};
	}

	private Answer value(Call call, int argument) {
		return this.evaluation.value(call.arguments().get(argument));
	}

	private Answer tried(Call call, int argument) {
		return this.evaluation.tried(call.arguments().get(argument));
	}

	private Answer extreme(Call call, int wanted) {
		Object best = null;
		boolean open = false;
		Set<String> missing = new TreeSet<>();
		for (Expression argument : call.arguments()) {
			Answer answer = this.evaluation.value(argument);
			if (answer instanceof Unknown) {
				open = true;
				missing.addAll(answer.missingFields());
			}
			else if (answer instanceof Known known
					&& (best == null || Calculation.compare(known.value(), best) * wanted > 0)) {
				best = known.value();
			}
		}
		return open ? new Unknown(missing) : (best != null) ? new Known(best) : Answer.notThere();
	}

	/** Where both come to the same, the condition cannot matter. */
	private Answer choice(Call call) {
		Answer condition;
		try {
			condition = this.evaluation.condition(call.arguments().get(0));
		}
		catch (CalculationFault fault) {
			// it does not matter either where both are the same
			Answer either = either(value(call, 1), value(call, 2), Answer.of(true));
			if (either instanceof Unknown unknown && unknown.missing().isEmpty()) {
				throw fault;
			}
			return either;
		}
		if (!condition.isUnknown()) {
			return value(call, condition.holds() ? 1 : 2);
		}
		try {
			return either(value(call, 1), value(call, 2), condition);
		}
		catch (CalculationFault ofOne) {
			// the condition may say that the other counts
			return condition;
		}
	}

	private static Answer either(Answer one, Answer other, Answer condition) {
		boolean same = one instanceof NotThere && other instanceof NotThere;
		if (one instanceof Known known && other instanceof Known second) {
			same = Calculation.compare(known.value(), second.value()) == 0;
		}
		if (same) {
			return one;
		}
		Set<String> missing = new TreeSet<>(condition.missingFields());
		missing.addAll(one.missingFields());
		missing.addAll(other.missingFields());
		return new Unknown(missing);
	}

	private static Answer none(Answer value) {
		return value.isUnknown() ? value : Answer.of(value instanceof NotThere);
	}

	/** An unknown first day counts as begun; that it is assumed is noted. */
	private Answer begun(Expression date) {
		Answer since = this.evaluation.value(date);
		if (since.isUnknown()) {
			this.evaluation.assume(date);
			return Answer.of(true);
		}
		return Answer.of(since instanceof Known known
				&& !Calculation.day(known.value()).isAfter(this.evaluation.setting().factDay()));
	}

	/** From the first through the last day; a last day that is not there is none. */
	static Answer held(Evaluation evaluation, Expression first, Expression last) {
		LocalDate day = evaluation.setting().factDay();
		Answer from = evaluation.tried(first);
		Answer to = evaluation.tried(last);
		boolean notYet = from instanceof NotThere
				|| (from instanceof Known known && Calculation.day(known.value()).isAfter(day));
		boolean over = to instanceof Known known && Calculation.day(known.value()).isBefore(day);
		if (notYet || over) {
			return Answer.of(false);
		}
		// a last day that is not there is none
		return Evaluation.both(from, (to instanceof NotThere) ? new Known(day) : to, (one, other) -> true);
	}

	/** Whether two spans share a day; an end that nobody knows is open. */
	private Answer overlap(Call call) {
		List<@Nullable LocalDate> days = new ArrayList<>();
		call.arguments()
			.forEach((argument) -> days
				.add((this.evaluation.value(argument) instanceof Known known) ? Calculation.day(known.value()) : null));
		return Answer.of(!isBefore(days.get(1), days.get(2)) && !isBefore(days.get(3), days.get(0)));
	}

	/**
	 * Whether two days lie in one month, quarter or year; a day that is not there lies in
	 * none.
	 */
	private Answer together(Call call, BiPredicate<LocalDate, LocalDate> span) {
		Answer both = Evaluation.both(tried(call, 0), tried(call, 1),
				(one, other) -> span.test(Calculation.day(one), Calculation.day(other)));
		return (both instanceof NotThere) ? Answer.of(false) : both;
	}

	private static boolean isBefore(@Nullable LocalDate end, @Nullable LocalDate start) {
		return end != null && start != null && end.isBefore(start);
	}

	private static Answer startsWith(Answer region, String prefix) {
		if (region.isUnknown()) {
			return region;
		}
		return Answer.of(region instanceof Known known && Objects.toString(known.value()).startsWith(prefix));
	}

}
