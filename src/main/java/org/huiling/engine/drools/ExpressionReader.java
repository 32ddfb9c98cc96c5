package org.huiling.engine.drools;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.huiling.engine.drools.Comparison.Term;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads one side of a comparison: a constant, worked out from parameters, codes and
 * numbers, or a property of the fact. Null is something else.
 */
final class ExpressionReader {

	private final Tokens tokens;

	private final Map<String, Object> parameters;

	ExpressionReader(Tokens tokens, Map<String, Object> parameters) {
		this.tokens = tokens;
		this.parameters = parameters;
	}

	/** One operand, or those of a list in brackets. */
	@Nullable List<Object> operands() {
		if (this.tokens.take("(")) {
			return untilBracket();
		}
		Object only = operand();
		return (only != null) ? List.of(only) : null;
	}

	private @Nullable List<Object> untilBracket() {
		List<Object> all = new ArrayList<>();
		if (this.tokens.take(")")) {
			return all;
		}
		do {
			Object one = operand();
			if (one == null) {
				return null;
			}
			all.add(one);
		}
		while (this.tokens.take(","));
		return this.tokens.take(")") ? all : null;
	}

	@Nullable Object operand() {
		String word = this.tokens.next();
		if (word.startsWith("\"")) {
			return word.substring(1, word.length() - 1);
		}
		if (word.matches("\\d{1,9}")) {
			return Integer.valueOf(word);
		}
		if (word.matches("\\d+\\.\\d+")) {
			return new BigDecimal(word);
		}
		if (word.equals("true") || word.equals("false")) {
			return Boolean.valueOf(word);
		}
		if (!word.matches("[\\p{L}_][\\p{L}\\w]*") || word.equals("null")) {
			return null;
		}
		if (word.equals("P") && this.tokens.take(".")) {
			return calls(this.parameters.get(this.tokens.next()));
		}
		if (word.equals("Money") && this.tokens.take(".")) {
			return this.tokens.take("ZERO") ? calls(Money.ZERO) : null;
		}
		if (Vocabulary.codes(word) != null && this.tokens.take(".")) {
			return Vocabulary.code(word, this.tokens.next());
		}
		return property(word);
	}

	private @Nullable Term property(String first) {
		StringBuilder path = new StringBuilder(first);
		while (this.tokens.take(".")) {
			path.append('.').append(this.tokens.next());
		}
		List<Object> arguments = List.of();
		if (this.tokens.take("(")) {
			arguments = untilBracket();
			if (arguments == null || this.tokens.peek().equals(".")
					|| arguments.stream().anyMatch(Term.class::isInstance)) {
				return null;
			}
		}
		return new Term(path.toString(), List.copyOf(arguments));
	}

	/** What calls such as {@code .times(P.share)} make of a constant. */
	private @Nullable Object calls(@Nullable Object start) {
		Object value = start;
		while (value != null && this.tokens.take(".")) {
			String name = this.tokens.next();
			List<Object> arguments = this.tokens.take("(") ? untilBracket() : null;
			value = (arguments != null) ? call(value, name, arguments) : null;
		}
		return value;
	}

	private static @Nullable Object call(Object value, String name, List<Object> arguments) {
		for (Method method : value.getClass().getMethods()) {
			if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
				try {
					return method.invoke(value, arguments.toArray());
				}
				catch (IllegalAccessException | InvocationTargetException ex) {
					return null;
				}
			}
		}
		return null;
	}

	private static boolean fits(Class<?>[] types, List<Object> arguments) {
		if (types.length != arguments.size()) {
			return false;
		}
		for (int i = 0; i < types.length; i++) {
			boolean number = types[i] == int.class && arguments.get(i) instanceof Integer;
			if (!number && !types[i].isInstance(arguments.get(i))) {
				return false;
			}
		}
		return true;
	}

}
