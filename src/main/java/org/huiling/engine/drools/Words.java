package org.huiling.engine.drools;

import java.util.stream.Collectors;

import org.huiling.engine.drools.Expression.Calculation;
import org.huiling.engine.drools.Expression.Call;
import org.huiling.engine.drools.Expression.Code;
import org.huiling.engine.drools.Expression.Constant;
import org.huiling.engine.drools.Expression.Extreme;
import org.huiling.engine.drools.Expression.Parameter;
import org.huiling.engine.drools.Expression.Property;
import org.huiling.engine.drools.Expression.Variable;

/** Expressions as an author writes them, for messages. */
final class Words {

	private Words() {
	}

	static String of(Expression expression) {
		if (expression instanceof Parameter parameter) {
			return "P." + parameter.name();
		}
		if (expression instanceof Code code) {
			return code.type() + "." + code.name();
		}
		if (expression instanceof Property property) {
			return property.path() + (property.arguments().isEmpty() ? "" : arguments(property));
		}
		if (expression instanceof Call call) {
			return of(call.on()) + "." + call.word() + "("
					+ call.arguments().stream().map(Words::of).collect(Collectors.joining(", ")) + ")";
		}
		if (expression instanceof Extreme extreme) {
			return extreme.function() + arguments(extreme);
		}
		if (expression instanceof Calculation calculation) {
			return calculation.parts()
				.stream()
				.map(Words::of)
				.collect(Collectors.joining(" " + calculation.operator() + " "));
		}
		return (expression instanceof Variable variable) ? variable.name() : ((Constant) expression).value().toString();
	}

	private static String arguments(Expression expression) {
		return expression.parts().stream().map(Words::of).collect(Collectors.joining(", ", "(", ")"));
	}

}
