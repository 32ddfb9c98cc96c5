package org.huiling.engine.drools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.drools.Expression.Calculation;
import org.huiling.engine.drools.Expression.Call;
import org.huiling.engine.drools.Expression.Code;
import org.huiling.engine.drools.Expression.Constant;
import org.huiling.engine.drools.Expression.Parameter;
import org.huiling.engine.drools.Expression.Property;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Segments;
import org.huiling.facts.Table;
import org.jspecify.annotations.Nullable;

/**
 * What kind of thing an expression is: {@code int}, {@code boolean}, {@code Money}, the
 * name of an enumeration, {@code Set<Scheme>}. Null is what cannot be told.
 */
final class Types {

	static final String WHOLE = "int";

	private static final Map<String, Class<?>> VALUES = Map.of("Money", Money.class, "Ratio", Ratio.class, "Segments",
			Segments.class);

	private static final Map<String, String> PRIMITIVES = Map.of("Integer", WHOLE, "Boolean", "boolean");

	private static final Set<String> IN_ORDER = Set.of(WHOLE, "Money", "Ratio", "LocalDate");

	private final Names names;

	private final Meanings meanings;

	Types(Names names, Meanings meanings) {
		this.names = names;
		this.meanings = meanings;
	}

	/** Whether one can be more than another. */
	static boolean hasOrder(String type) {
		return IN_ORDER.contains(type);
	}

	static @Nullable String member(String type) {
		return type.startsWith("Set<") ? type.substring("Set<".length(), type.length() - 1) : null;
	}

	@Nullable String of(Expression written) {
		Expression expression = this.meanings.resolve(written);
		if (expression instanceof Constant constant) {
			return name(constant.value().getClass());
		}
		if (expression instanceof Code code) {
			return code.type();
		}
		if (expression instanceof Parameter parameter) {
			return this.names.typeOf(parameter.name());
		}
		if (expression instanceof Property property) {
			Class<?> type = Members.type(property);
			return (type != null && type != Object.class) ? name(type) : null;
		}
		if (expression instanceof Call call) {
			return ofCall(call);
		}
		return (expression instanceof Calculation) ? WHOLE : null;
	}

	private @Nullable String ofCall(Call call) {
		String on = of(call.on());
		if (on != null && on.startsWith("Table<")) {
			String value = on.substring(on.indexOf(", ") + 2, on.length() - 1);
			return PRIMITIVES.getOrDefault(value, value);
		}
		Class<?> type = (on != null) ? VALUES.get(on) : null;
		Class<?> given = (type != null) ? Vocabulary.word(type, call.word()) : null;
		return (given != null && given != Object.class) ? name(given) : null;
	}

	/** The class whose words can follow an expression, null if that cannot be told. */
	@Nullable Class<?> valueClass(Expression expression) {
		String type = of(expression);
		if (type == null) {
			return null;
		}
		return type.startsWith("Table<") ? Table.class : VALUES.get(type);
	}

	/** Whether a word of a type takes these arguments. */
	boolean takes(Class<?> type, String word, List<Expression> arguments) {
		List<@Nullable Class<?>> classes = new ArrayList<>();
		for (Expression one : arguments) {
			String name = of(one);
			classes.add(WHOLE.equals(name) ? int.class : (name != null) ? VALUES.get(name) : null);
		}
		return Vocabulary.takes(type, word, classes);
	}

	private static String name(Class<?> type) {
		return (type == BigDecimal.class) ? "decimal"
				: PRIMITIVES.getOrDefault(type.getSimpleName(), type.getSimpleName());
	}

}
