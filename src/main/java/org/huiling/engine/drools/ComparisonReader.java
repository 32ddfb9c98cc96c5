package org.huiling.engine.drools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.huiling.engine.drools.Comparison.Term;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a compiled constraint as a comparison. What it cannot say for certain
 * it does not say.
 */
final class ComparisonReader {

	private static final Map<String, String> MIRRORED = Map.of("==", "==", "!=", "!=", "<", ">", "<=", ">=", ">", "<",
			">=", "<=");

	private final Map<String, Object> parameters;

	/**
	 * A reader for one version.
	 * @param parameters its parameters by name, typed as rules see them
	 */
	ComparisonReader(Map<String, Object> parameters) {
		this.parameters = parameters;
	}

	/** The comparison that a condition makes, or null if its text is something else. */
	@Nullable Comparison read(Condition.Test test) {
		if (test.variables().isEmpty() || !FactSet.isFact(test.variables().get(0).getType())) {
			return null;
		}
		Tokens tokens = Tokens.of(test.text().replaceFirst("^\\s*\\$[$\\p{L}\\w]*\\s*:=?\\s*", ""));
		ExpressionReader expressions = new ExpressionReader(tokens, this.parameters);
		Object left = expressions.operand();
		String operator = tokens.operator();
		if (left == null || operator == null) {
			return null;
		}
		List<Object> right = expressions.operands();
		if (right == null || !tokens.atEnd()) {
			return null;
		}
		return comparison(test.variables().get(0).getType(), left, operator, right);
	}

	private static @Nullable Comparison comparison(Class<?> fact, Object left, String operator, List<Object> right) {
		boolean constants = right.stream().noneMatch(Term.class::isInstance);
		if (left instanceof Term term) {
			if (constants) {
				return new Comparison(fact, term, operator, flat(right), null);
			}
			return (right.size() == 1 && right.get(0) instanceof Term other)
					? new Comparison(fact, term, operator, null, other) : null;
		}
		String mirrored = MIRRORED.get(operator);
		return (mirrored != null && right.size() == 1 && right.get(0) instanceof Term term)
				? new Comparison(fact, term, mirrored, List.of(left), null) : null;
	}

	/** A group counts as its members. */
	private static List<Object> flat(List<Object> values) {
		List<Object> flat = new ArrayList<>();
		for (Object value : values) {
			if (value instanceof Collection<?> group) {
				group.stream().sorted((one, other) -> one.toString().compareTo(other.toString())).forEach(flat::add);
			}
			else {
				flat.add(value);
			}
		}
		return List.copyOf(flat);
	}

}
