package org.huiling.engine.drools.language;

import java.util.stream.Collectors;

import org.huiling.engine.drools.language.Operand.Calculation;
import org.huiling.engine.drools.language.Operand.Call;
import org.huiling.engine.drools.language.Operand.Code;
import org.huiling.engine.drools.language.Operand.Constant;
import org.huiling.engine.drools.language.Operand.Extreme;
import org.huiling.engine.drools.language.Operand.Parameter;
import org.huiling.engine.drools.language.Operand.Property;
import org.huiling.engine.drools.language.Operand.Variable;

/** Expressions as an author writes them, for messages. */
public final class OperandWords {

	private OperandWords() {
	}

	public static String of(Operand expression) {
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
					+ call.arguments().stream().map(OperandWords::of).collect(Collectors.joining(", ")) + ")";
		}
		if (expression instanceof Extreme extreme) {
			return extreme.function() + arguments(extreme);
		}
		if (expression instanceof Calculation calculation) {
			return calculation.parts()
				.stream()
				.map(OperandWords::of)
				.collect(Collectors.joining(" " + calculation.operator() + " "));
		}
		return (expression instanceof Variable variable) ? variable.name() : ((Constant) expression).value().toString();
	}

	private static String arguments(Operand expression) {
		return expression.parts().stream().map(OperandWords::of).collect(Collectors.joining(", ", "(", ")"));
	}

}
