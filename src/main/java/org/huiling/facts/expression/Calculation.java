package org.huiling.facts.expression;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.expression.Expression.Comparator;
import org.huiling.facts.expression.Expression.Operator;

/** Works with known values. A number beyond every number is an arithmetic exception. */
final class Calculation {

	private Calculation() {
	}

	static Object compared(Comparator comparator, Object left, Object right) {
		int order = compare(left, right);
		return switch (comparator) {
			case EQUAL -> order == 0;
			case NOT_EQUAL -> order != 0;
			case LESS -> order < 0;
			case AT_MOST -> order <= 0;
			case MORE -> order > 0;
			case AT_LEAST -> order >= 0;
		};
	}

	/** By size where there is one, else zero for what is equal. */
	static int compare(Object left, Object right) {
		if (left instanceof Money || right instanceof Money) {
			return money(left).compareTo(money(right));
		}
		if (left instanceof Long one && right instanceof Long other) {
			return one.compareTo(other);
		}
		if (left instanceof BigDecimal || right instanceof BigDecimal) {
			return Evaluation.decimal(left).compareTo(Evaluation.decimal(right));
		}
		if (left instanceof LocalDate || right instanceof LocalDate) {
			return day(left).compareTo(day(right));
		}
		return left.equals(right) ? 0 : 1;
	}

	static Object whole(Operator operator, Object left, Object right) {
		long one = (Long) left;
		long other = (Long) right;
		return switch (operator) {
			case PLUS -> Math.addExact(one, other);
			case MINUS -> Math.subtractExact(one, other);
			case TIMES -> Math.multiplyExact(one, other);
			case WHOLE -> Math.floorDiv(one, other);
		};
	}

	static Object said(String word, Object value, Object argument) {
		if ("plusMonths".equals(word)) {
			return day(value).plusMonths((Long) argument);
		}
		Money amount = money(value);
		return switch (word) {
			case "plus" -> amount.plus(money(argument));
			case "minus" -> amount.minus(money(argument));
			case "above" -> amount.above(money(argument));
			case "atMost" -> amount.atMost(money(argument));
			case "atLeast" -> amount.atLeast(money(argument));
			case "steps" -> (long) amount.steps(money(argument));
			case "startedSteps" -> (long) amount.startedSteps(money(argument));
			case "floorTo" -> amount.floorTo(money(argument));
			case "ceilTo" -> amount.ceilTo(money(argument));
			case Words.ROUNDED -> amount.rounded();
			case "sharedBy" -> amount.sharedBy(Math.toIntExact((Long) argument));
			case "times" -> amount.times(new Ratio(Evaluation.decimal(argument)));
			default -> throw new IllegalStateException(word);
		};
	}

	static Money money(Object value) {
		return (value instanceof Money money) ? money : Money.of(Evaluation.decimal(value));
	}

	static LocalDate day(Object value) {
		return (value instanceof LocalDate day) ? day : LocalDate.parse((String) value);
	}

	static Object fullYears(Object date, Object day) {
		return Spans.fullYears(day(date), day(day));
	}

	static Object fullMonths(Object date, Object day) {
		return Spans.fullMonths(day(date), day(day));
	}

	static Object days(Object date, Object day) {
		return Spans.days(day(date), day(day));
	}

}
