package org.huiling.engine.drools.language;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.huiling.engine.drools.build.ExactArithmetic;
import org.huiling.engine.drools.language.Comparison.Term;
import org.huiling.engine.drools.language.Operand.Calculation;
import org.huiling.engine.drools.language.Operand.Call;
import org.huiling.engine.drools.language.Operand.Code;
import org.huiling.engine.drools.language.Operand.Constant;
import org.huiling.engine.drools.language.Operand.Extreme;
import org.huiling.engine.drools.language.Operand.Parameter;
import org.huiling.engine.drools.language.Operand.Property;
import org.huiling.engine.drools.language.Operand.Variable;
import org.jspecify.annotations.Nullable;

/** Works out expressions. Null is what cannot be worked out. */
public final class Calculator {

	/** What the values of rules can do, which Java tells anew each time it is asked. */
	private static final ClassValue<List<Method>> METHODS = new ClassValue<>() {

		@Override
		protected List<Method> computeValue(Class<?> type) {
			return List.of(type.getMethods());
		}

	};

	private final Map<String, Object> parameters;

	/**
	 * A calculator for one version.
	 * @param parameters its parameters by name, typed as rules see them
	 */
	Calculator(Map<String, Object> parameters) {
		this.parameters = parameters;
	}

	/** The expression with every part worked out that no fact has a say in. */
	@Nullable Operand fold(Operand expression) {
		if (expression instanceof Variable) {
			return null;
		}
		if (expression instanceof Parameter parameter) {
			Object value = this.parameters.get(parameter.name());
			return (value != null) ? new Constant(value) : null;
		}
		if (expression instanceof Code code) {
			return new Constant(org.huiling.facts.Code.of(code.type(), code.name()));
		}
		Operand folded = foldParts(expression);
		if (folded == null || folded instanceof Property || folded.readsFacts()) {
			return folded;
		}
		Object value = value(folded, Map.of());
		return (value != null) ? new Constant(value) : null;
	}

	private @Nullable Operand foldParts(Operand expression) {
		List<Operand> parts = new ArrayList<>();
		for (Operand part : expression.parts()) {
			Operand folded = fold(part);
			if (folded == null) {
				return null;
			}
			parts.add(folded);
		}
		if (expression instanceof Property property) {
			boolean constant = parts.stream().allMatch(Constant.class::isInstance);
			return constant ? new Property(property.fact(), property.path(), List.copyOf(parts), property.type())
					: null;
		}
		if (expression instanceof Call call) {
			return new Call(parts.get(0), call.word(), arguments(call, parts.subList(1, parts.size())));
		}
		if (expression instanceof Extreme extreme) {
			return new Extreme(extreme.function(), parts.get(0), parts.get(1));
		}
		return (expression instanceof Calculation calculation)
				? new Calculation(parts.get(0), calculation.operator(), parts.get(1)) : expression;
	}

	/** An amount is rounded as the policy states it. */
	private List<Operand> arguments(Call call, List<Operand> folded) {
		Object rounding = this.parameters.get(Shorthand.ROUNDING);
		return ("rounded".equals(call.word()) && folded.isEmpty() && rounding != null) ? List.of(new Constant(rounding))
				: List.copyOf(folded);
	}

	/** What a folded expression comes to for some facts. */
	static @Nullable Object value(Operand expression, Map<Term, Object> facts) {
		if (expression instanceof Constant constant) {
			return constant.value();
		}
		if (expression instanceof Property property) {
			return facts.get(Comparison.term(property));
		}
		List<Object> parts = new ArrayList<>();
		for (Operand part : expression.parts()) {
			Object value = value(part, facts);
			if (value == null) {
				return null;
			}
			parts.add(value);
		}
		if (expression instanceof Call call) {
			return call(parts.get(0), call.word(), parts.subList(1, parts.size()));
		}
		if (expression instanceof Extreme extreme) {
			Integer side = compare(parts.get(0), parts.get(1));
			return (side == null) ? null : parts.get(((side <= 0) == "min".equals(extreme.function())) ? 0 : 1);
		}
		return (expression instanceof Calculation calculation)
				? whole(parts.get(0), calculation.operator(), parts.get(1)) : null;
	}

	/**
	 * Whether a calculation with nothing but numbers written out stays a whole number;
	 * the compiler works it out before the rule does.
	 */
	public static boolean fits(Calculation calculation) {
		return !isWrittenOut(calculation) || value(calculation, Map.of()) != null;
	}

	private static boolean isWrittenOut(Operand expression) {
		return expression instanceof Constant || (expression instanceof Calculation
				&& expression.parts().stream().allMatch(Calculator::isWrittenOut));
	}

	/**
	 * Beyond what a whole number can hold there is no answer, as in the rule itself
	 * ({@link ExactArithmetic}).
	 */
	public static @Nullable Integer whole(Object left, String operator, Object right) {
		if (!(left instanceof Integer one) || !(right instanceof Integer other)) {
			return null;
		}
		if ("/".equals(operator)) {
			return (other != 0) ? Math.floorDiv(one, other) : null;
		}
		long result = switch (operator) {
			case "+" -> (long) one + other;
			case "-" -> (long) one - other;
			default -> (long) one * other;
		};
		return (result == (int) result) ? (int) result : null;
	}

	public static @Nullable Object call(Object on, String word, List<Object> arguments) {
		if (JavaWords.word(on.getClass().getSimpleName(), word) == null) {
			return null;
		}
		for (Method method : METHODS.get(on.getClass())) {
			if (isNamed(method.getName(), word) && fits(method.getParameterTypes(), arguments)) {
				try {
					return method.invoke(on, arguments.toArray());
				}
				catch (IllegalAccessException | InvocationTargetException ex) {
					return null;
				}
			}
		}
		return null;
	}

	/** By the word itself, or as what tells whether it is so. */
	private static boolean isNamed(String method, String word) {
		return method.equals(word) || (method.length() == word.length() + 2 && method.startsWith("is")
				&& method.endsWith(word.substring(1)) && method.charAt(2) == Character.toUpperCase(word.charAt(0)));
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

	/** On which side of the other a value lies; null if the two cannot be compared. */
	@SuppressWarnings("unchecked")
	public static @Nullable Integer compare(@Nullable Object value, @Nullable Object other) {
		if (value instanceof Comparable<?> one && other != null && one.getClass() == other.getClass()) {
			return Integer.signum(((Comparable<Object>) one).compareTo(other));
		}
		return null;
	}

}
