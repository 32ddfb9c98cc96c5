package org.huiling.applicant.imports.file;

import java.math.BigDecimal;

import org.huiling.table.CellValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How the cells of a column become JSON. What is written in another way than the
 * contract's, but cannot mean anything else, is taken; whatever is left stays a text, and
 * the reader refuses it under the field's name.
 */
enum CsvKind {

	/** As it stands. */
	TEXT,

	/** The name of a code. */
	CODE,

	/** Several codes, apart by commas or semicolons. */
	CODES,

	/** A day, see {@link CellValues#day}. */
	DATE {

		@Override
		JsonNode node(String cell) {
			return text(CellValues.day(cell));
		}

	},

	/** An amount, see {@link CellValues#amount}. */
	NUMBER {

		@Override
		JsonNode node(String cell) {
			BigDecimal amount = CellValues.amount(cell);
			return (amount != null) ? NODES.numberNode(amount) : text(cell);
		}

	},

	/** {@code true} or {@code false}, in capitals too, as spreadsheets write them. */
	BOOLEAN {

		@Override
		JsonNode node(String cell) {
			boolean isTrue = "true".equalsIgnoreCase(cell);
			return (isTrue || "false".equalsIgnoreCase(cell)) ? NODES.booleanNode(isTrue) : text(cell);
		}

	},

	/** {@code []}: known to have no items. */
	LIST {

		@Override
		JsonNode node(String cell) {
			return "[]".equals(cell) ? NODES.arrayNode() : text(cell);
		}

	};

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** A cell that is not empty. */
	JsonNode node(String cell) {
		return text(cell);
	}

	private static JsonNode text(String cell) {
		return NODES.stringNode(cell);
	}

}
