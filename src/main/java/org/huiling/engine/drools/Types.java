package org.huiling.engine.drools;

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
import org.jspecify.annotations.Nullable;

/**
 * What kind of thing an expression is: {@code int}, {@code boolean}, {@code Money}, the
 * name of an enumeration, {@code Set<Scheme>}. Null is what cannot be told.
 */
final class Types {

	static final String WHOLE = "int";

	private static final Map<String, Class<?>> VALUES = Map.of("Money", Money.class, "Ratio", Ratio.class, "Segments",
			Segments.class);

	private static final Map<String, String> PRIMITIVES = Map.of("Integer", WHOLE, "Boolean", "boolean", "BigDecimal",
			"decimal");

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
			return (constant.value() instanceof org.huiling.facts.Code code) ? code.type()
					: name(constant.value().getClass());
		}
		if (expression instanceof Code code) {
			return code.type();
		}
		if (expression instanceof Parameter parameter) {
			return this.names.typeOf(parameter.name());
		}
		if (expression instanceof Property property) {
			return "Object".equals(property.type()) ? null : property.type();
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
		String given = (on != null) ? JavaWords.word(on, call.word()) : null;
		return "Object".equals(given) ? null : given;
	}

	/** The type whose words can follow an expression, null if that cannot be told. */
	@Nullable String valueType(Expression expression) {
		String type = of(expression);
		if (type == null) {
			return null;
		}
		return type.startsWith("Table<") ? "Table" : VALUES.containsKey(type) ? type : null;
	}

	/** Whether a word of a type takes these arguments. */
	boolean takes(String type, String word, List<Expression> arguments) {
		List<@Nullable Class<?>> classes = new ArrayList<>();
		for (Expression one : arguments) {
			String name = of(one);
			classes.add(WHOLE.equals(name) ? int.class : (name != null) ? VALUES.get(name) : null);
		}
		return JavaWords.takes(type, word, classes);
	}

	/** The unit of a whole number, null if it has none or it cannot be told. */
	@Nullable String unit(Expression written) {
		Expression expression = this.meanings.resolve(written);
		if (expression instanceof Property property) {
			return this.names.vocabulary().unit(property.fact(), property.path());
		}
		if (expression instanceof Parameter parameter) {
			return this.names.unitOf(parameter.name());
		}
		if (expression instanceof Call call && call.on() instanceof Parameter table) {
			return this.names.unitOf(table.name());
		}
		if (expression instanceof Calculation calculation && !"*".equals(calculation.operator())) {
			String left = unit(calculation.left());
			return (left != null && left.equals(unit(calculation.right()))) ? left : null;
		}
		return null;
	}

	private static String name(Class<?> type) {
		return PRIMITIVES.getOrDefault(type.getSimpleName(), type.getSimpleName());
	}

}
