package org.huiling.input;

import org.huiling.problem.InvalidInput;
import org.huiling.problem.LongDigits;
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
		return new JsonFailure(fault(failure), path(context), StrictJson.line(parser), StrictJson.column(parser));
	}

	private static ShapeFault fault(RuntimeException failure) {
		// the latter: an exponent that no int holds
		if (failure instanceof StreamConstraintsException || failure instanceof NumberFormatException) {
			return ShapeFault.TOO_COMPLEX;
		}
		// the one thing a tree can be wrong with that the parser does not see
		return (failure instanceof MismatchedInputException) ? ShapeFault.DUPLICATE_PROPERTY
				: ShapeFault.MALFORMED_JSON;
	}

	InvalidInput refusal() {
		if (this.fault == ShapeFault.DUPLICATE_PROPERTY) {
			String name = LongDigits.masked(this.field.substring(this.field.lastIndexOf('.') + 1));
			return StrictJson.refused(this.field, this.fault, name, this.line, this.column);
		}
		return StrictJson.refused(this.field, this.fault, this.line, this.column);
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
