package org.huiling.engine.drools.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.drools.language.Operand.Calculation;
import org.huiling.engine.drools.language.Operand.Call;
import org.huiling.engine.drools.language.Operand.Code;
import org.huiling.engine.drools.language.Operand.Constant;
import org.huiling.engine.drools.language.Operand.Extreme;
import org.huiling.engine.drools.language.Operand.Parameter;
import org.huiling.engine.drools.language.Operand.Property;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Segments;
import org.huiling.facts.expression.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What kind of thing an expression is: {@code int}, {@code boolean}, {@code Money}, the
 * name of an enumeration, {@code Set<Scheme>}. Null is what cannot be told.
 */
public final class Types {

	public static final String WHOLE = "int";

	/** What bands give is in another unit than that of the parameter itself. */
	public static final String BANDS = "bands";

	/** How many steps an amount has is a number, in no unit of the amount. */
	private static final Set<String> COUNTING = Set.of("steps", "startedSteps");

	public static final String REGIONS = "Regions";

	private static final Map<String, Class<?>> VALUES = Map.of("Money", Money.class, "Ratio", Ratio.class, "Segments",
			Segments.class);

	private static final Map<String, String> PRIMITIVES = Map.of("Integer", WHOLE, "Boolean", "boolean", "BigDecimal",
			"decimal");

	private static final Set<String> IN_ORDER = Set.of(WHOLE, "Money", "Ratio", "LocalDate");

	private final Names names;

	private final BoundNames meanings;

	public Types(Names names, BoundNames meanings) {
		this.names = names;
		this.meanings = meanings;
	}

	/** Whether one can be more than another. */
	public static boolean hasOrder(String type) {
		return IN_ORDER.contains(type);
	}

	/** Whether a type is a table or bands, from which a value is taken by a key. */
	public static boolean isLookUp(String type) {
		return type.startsWith("Table<") || type.startsWith("Bands<");
	}

	/** What a table or bands go by; null if that is no kind of fact. */
	public static String key(String type) {
		String key = type.substring(type.indexOf('<') + 1, type.indexOf(", "));
		return PRIMITIVES.getOrDefault(key, key);
	}

	/** What a group is of; null if a type is no group. */
	public static @Nullable String member(String type) {
		return REGIONS.equals(type) ? "String"
				: type.startsWith("Set<") ? type.substring("Set<".length(), type.length() - 1) : null;
	}

	public @Nullable String of(Operand written) {
		Operand expression = this.meanings.resolve(written);
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
		if (expression instanceof Extreme extreme) {
			return of(extreme.one());
		}
		return (expression instanceof Calculation) ? WHOLE : null;
	}

	private @Nullable String ofCall(Call call) {
		String on = of(call.on());
		if (on != null && isLookUp(on)) {
			String value = on.substring(on.indexOf(", ") + 2, on.length() - 1);
			return PRIMITIVES.getOrDefault(value, value);
		}
		String given = (on != null) ? JavaWords.word(on, call.word()) : null;
		return "Object".equals(given) ? null : given;
	}

	/** The type whose words can follow an expression, null if that cannot be told. */
	public @Nullable String valueType(Operand expression) {
		String type = of(expression);
		if (type == null) {
			return null;
		}
		return isLookUp(type) ? type.substring(0, type.indexOf('<')) : VALUES.containsKey(type) ? type : null;
	}

	/** Whether a word of a type takes these arguments. */
	public boolean takes(String type, String word, List<Operand> arguments) {
		List<@Nullable Class<?>> classes = new ArrayList<>();
		for (Operand one : arguments) {
			String name = of(one);
			classes.add(WHOLE.equals(name) ? int.class : (name != null) ? VALUES.get(name) : null);
		}
		return JavaWords.takes(type, word, classes);
	}

	/** The unit of a whole number, null if it has none or it cannot be told. */
	public @Nullable String unit(Operand written) {
		Operand expression = this.meanings.resolve(written);
		if (expression instanceof Property property) {
			return this.names.vocabulary().unit(property.fact(), property.path());
		}
		if (expression instanceof Parameter parameter) {
			return this.names.unitOf(parameter.name());
		}
		if (expression instanceof Call call && call.on() instanceof Parameter table
				&& !COUNTING.contains(call.word())) {
			String unit = this.names.unitOf(table.name());
			return BANDS.equals(unit) ? null : unit;
		}
		if (expression instanceof Extreme extreme) {
			return unit(extreme.one());
		}
		return (expression instanceof Calculation calculation) ? unit(calculation) : null;
	}

	/** What is multiplied may be in any unit; months over months are a count. */
	private @Nullable String unit(Calculation calculation) {
		String left = unit(calculation.left());
		String right = unit(calculation.right());
		boolean same = left != null && left.equals(right);
		return switch (calculation.operator()) {
			case "*" -> null;
			case "/" -> same ? ValueType.COUNT : ValueType.COUNT.equals(right) ? left : null;
			default -> same ? left : null;
		};
	}

	private static String name(Class<?> type) {
		return PRIMITIVES.getOrDefault(type.getSimpleName(), type.getSimpleName());
	}

}
