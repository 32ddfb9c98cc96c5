package org.huiling.engine.dictionary;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.Written;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Looks for divisors of derived facts that can be zero: whoever has zero there gets no
 * answer from any rule that asks for the fact. A divisor that a condition beside it asks
 * about is taken to be looked after.
 */
final class Divisors {

	private final Declarations declared;

	private final Problems problems;

	Divisors(Declarations declared) {
		this.declared = declared;
		this.problems = declared.problems();
	}

	void judge() {
		this.declared.definitions()
			.values()
			.forEach((definition) -> definition.is()
				.values()
				.forEach((written) -> look(written.expression(), written, Set.of())));
	}

	private void look(Expression expression, Written written, Set<String> asked) {
		Expression divisor = divisor(expression);
		if (divisor != null && canBeZero(divisor, asked)) {
			String name = (divisor instanceof Expression.Name of) ? of.path() : "";
			this.problems.warning(written.yaml().placeWithin(written.key(), divisor.at(), name), "FACT_DIVISOR",
					"除数可能是零：遇到零，用到这个事实的规则算不出来（RULE_FAILED）",
					"this divisor can be zero: a rule that asks for the fact then cannot be worked out (RULE_FAILED)",
					new Bilingual("用 when(除数 == 0, …, …) 说明零时算什么，或声明 min: 1",
							"say what it comes to then with when(divisor == 0, …, …), or declare min: 1"));
		}
		Set<String> beside = new HashSet<>(asked);
		if (expression instanceof Expression.Joined joined) {
			joined.parts().forEach((part) -> names(part, beside));
		}
		if (expression instanceof Expression.Call call && "when".equals(call.function())) {
			names(call.arguments().get(0), beside);
		}
		expression.parts().forEach((part) -> look(part, written, beside));
	}

	private static @Nullable Expression divisor(Expression expression) {
		if (expression instanceof Expression.Arithmetic arithmetic) {
			return (arithmetic.operator() == Expression.Operator.WHOLE) ? arithmetic.right() : null;
		}
		return (expression instanceof Expression.Word word && "sharedBy".equals(word.word())
				&& !word.arguments().isEmpty()) ? word.arguments().get(0) : null;
	}

	/** What conditions compare, not what they divide by themselves. */
	private static void names(Expression condition, Set<String> names) {
		if (condition instanceof Expression.Comparison comparison) {
			for (Expression side : List.of(comparison.left(), comparison.right())) {
				if (side instanceof Expression.Name name) {
					names.add(name.path());
				}
			}
			return;
		}
		if (condition instanceof Expression.Not || condition instanceof Expression.Joined) {
			condition.parts().forEach((part) -> names(part, names));
		}
	}

	private boolean canBeZero(Expression divisor, Set<String> asked) {
		if (divisor instanceof Expression.Numeral number) {
			return number.value().signum() == 0;
		}
		if (divisor instanceof Expression.Name name) {
			return !asked.contains(name.path()) && !(this.declared.entries().get(name.path()) instanceof Fact fact
					&& (isBeyondZero(fact.bounds().min(), 1) || isBeyondZero(fact.bounds().max(), -1)));
		}
		if (divisor instanceof Expression.Call call && "max".equals(call.function())) {
			return call.arguments().stream().allMatch((one) -> canBeZero(one, asked) || isNegative(one));
		}
		if (divisor instanceof Expression.Call call && "when".equals(call.function())) {
			Set<String> beside = new HashSet<>(asked);
			names(call.arguments().get(0), beside);
			return call.arguments().stream().skip(1).anyMatch((one) -> canBeZero(one, beside));
		}
		return true;
	}

	/** A least value above zero, or a largest one below it. */
	private static boolean isBeyondZero(@Nullable BigDecimal bound, int sign) {
		return bound != null && bound.signum() == sign;
	}

	private static boolean isNegative(Expression expression) {
		return expression instanceof Expression.Numeral number && number.value().signum() < 0;
	}

}
