package org.huiling.input;

import org.huiling.problem.InvalidInput;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Why the parser gave up and where. The parser's own message is not passed on: it quotes
 * the input, which holds personal data.
 */
record JsonFailure(ShapeFault fault, String field, int line, int column) {

	static JsonFailure of(RuntimeException failure, JsonParser parser) {
		TokenStreamContext context = parser.streamReadContext();
		return new JsonFailure(fault(failure, context), path(context), StrictJson.line(parser),
				StrictJson.column(parser));
	}

	private static ShapeFault fault(RuntimeException failure, TokenStreamContext context) {
		if (failure instanceof StreamConstraintsException) {
			return (context.getNestingDepth() >= StrictJson.MOST_LEVELS) ? ShapeFault.NESTED_TOO_DEEP
					: ShapeFault.JSON_LIMIT;
		}
		if (failure instanceof NumberFormatException) {
			// an exponent that no int holds
			return ShapeFault.JSON_LIMIT;
		}
		// the one thing a tree can be wrong with that the parser does not see
		return (failure instanceof MismatchedInputException) ? ShapeFault.DUPLICATE_KEY : ShapeFault.JSON_SYNTAX;
	}

	InvalidInput refusal() {
		return (this.fault == ShapeFault.NESTED_TOO_DEEP)
				? StrictJson.refused("", this.fault, StrictJson.MOST_LEVELS, this.line, this.column)
				: StrictJson.refused(this.field, this.fault, this.line, this.column);
	}

	private static String path(TokenStreamContext context) {
		TokenStreamContext parent = context.getParent();
		if (parent == null) {
			return "";
		}
		String before = path(parent);
		if (context.inArray()) {
			return before + "[" + context.getCurrentIndex() + "]";
		}
		String name = context.currentName();
		if (name == null) {
			return before;
		}
		return before.isEmpty() ? name : before + "." + name;
	}

}
