package org.huiling.facts.expression;

import java.util.List;
import java.util.stream.Collectors;

import org.huiling.facts.expression.Expression.Arithmetic;
import org.huiling.facts.expression.Expression.Call;
import org.huiling.facts.expression.Expression.Comparison;
import org.huiling.facts.expression.Expression.In;
import org.huiling.facts.expression.Expression.Joined;
import org.huiling.facts.expression.Expression.Operator;

/**
 * An expression as its author could have written it: read again, it says the same.
 * Brackets stand only where they are needed, and where people would read otherwise.
 */
public final class ExpressionText {

	/** How closely a part holds together: what holds less closely needs brackets. */
	private static final int OR = 0;

	private static final int AND = 1;

	private static final int NOT = 2;

	private static final int COMPARISON = 3;

	private static final int SUM = 4;

	private static final int PRODUCT = 5;

	private static final int VALUE = 6;

	private ExpressionText() {
	}

	/**
	 * The text of an expression.
	 * @param expression what was read
	 * @return with one blank around signs
	 */
	public static String of(Expression expression) {
		return of(expression, OR);
	}

	private static String of(Expression expression, int needed) {
		String text = text(expression);
		return (closeness(expression) < needed) ? "(" + text + ")" : text;
	}

	private static int closeness(Expression expression) {
		if (expression instanceof Joined joined) {
			return joined.all() ? AND : OR;
		}
		if (expression instanceof Expression.Not) {
			return NOT;
		}
		if (expression instanceof Comparison || expression instanceof In) {
			return COMPARISON;
		}
		if (expression instanceof Arithmetic arithmetic) {
			return (arithmetic.operator() == Operator.TIMES) ? PRODUCT : SUM;
		}
		return VALUE;
	}

	private static String text(Expression expression) {
		if (expression instanceof Joined joined) {
			return joined.all() ? joined(joined.parts(), " and ", NOT) : joined(joined.parts(), " or ", AND);
		}
		if (expression instanceof Expression.Not not) {
			return "not " + of(not.condition(), (not.condition() instanceof Expression.Not) ? NOT : VALUE);
		}
		if (expression instanceof Comparison one) {
			return of(one.left(), SUM) + " " + one.comparator().sign() + " " + of(one.right(), SUM);
		}
		if (expression instanceof In in) {
			return of(in.value(), SUM) + " in (" + joined(in.among(), ", ", OR) + ")";
		}
		return (expression instanceof Arithmetic one) ? arithmetic(one) : value(expression);
	}

	private static String arithmetic(Arithmetic one) {
		boolean times = one.operator() == Operator.TIMES;
		boolean whole = one.operator() == Operator.WHOLE;
		int right = (times || whole) ? VALUE : PRODUCT;
		return of(one.left(), whole ? VALUE : times ? PRODUCT : SUM) + " " + one.operator().sign() + " "
				+ of(one.right(), right);
	}

	private static String value(Expression expression) {
		if (expression instanceof Call call) {
			return call.function() + "(" + joined(call.arguments(), ", ", OR) + ")";
		}
		if (expression instanceof Expression.Word word) {
			return of(word.value(), VALUE) + "." + word.word() + "(" + joined(word.arguments(), ", ", OR) + ")";
		}
		if (expression instanceof Expression.Code code) {
			return code.type() + "." + code.name();
		}
		if (expression instanceof Expression.Text text) {
			return "\"" + text.value() + "\"";
		}
		if (expression instanceof Expression.Numeral number) {
			return number.value().toPlainString();
		}
		return (expression instanceof Expression.Bool bool) ? Boolean.toString(bool.value())
				: ((Expression.Name) expression).path();
	}

	private static String joined(List<Expression> parts, String sign, int needed) {
		return parts.stream().map((part) -> of(part, needed)).collect(Collectors.joining(sign));
	}

}
