package org.huiling.applicant.imports;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	/** {@code 1933-02-15}, {@code 1933/2/15}, {@code 1933年2月15日} or {@code 19330215}. */
	DATE {

		@Override
		JsonNode node(String cell) {
			if (isIso(cell)) {
				return text(cell);
			}
			Matcher date = DATES.matcher(narrow(cell));
			return date.matches() ? text("%s-%02d-%02d".formatted(date.group(1), Integer.valueOf(date.group(2)),
					Integer.valueOf(date.group(3)))) : text(cell);
		}

	},

	/** {@code 1200}, {@code 1,200.00}, {@code ￥1200} or {@code 1200元}. */
	NUMBER {

		@Override
		JsonNode node(String cell) {
			if (isPlain(cell)) {
				return NODES.numberNode(new BigDecimal(cell));
			}
			String number = YUAN.matcher(narrow(cell)).replaceAll("");
			if (GROUPED.matcher(number).matches()) {
				number = number.replace(",", "");
			}
			return PLAIN.matcher(number).matches() ? NODES.numberNode(new BigDecimal(number)) : text(cell);
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

	private static final Pattern DATES = Pattern
		.compile("(\\d{4})(?:[-/.年](?=\\d{1,2}[-/.月])|(?=\\d{4}$))(\\d{1,2})(?:[-/.月]|(?=\\d{2}$))(\\d{1,2})日?");

	private static final Pattern YUAN = Pattern.compile("^[￥¥]\\s*|\\s*元$");

	private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

	private static final Pattern PLAIN = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

	private static final int ISO_LENGTH = 10;

	private static final int FEW_DIGITS = 12;

	/** {@code 1933-02-15}, as nearly all are. */
	private static boolean isIso(String cell) {
		return cell.length() == ISO_LENGTH && cell.charAt(4) == '-' && cell.charAt(7) == '-'
				&& cell.chars().allMatch((character) -> character <= '9');
	}

	/** Digits with at most one point between them, as nearly all are. */
	private static boolean isPlain(String cell) {
		int point = cell.indexOf('.');
		if (cell.length() > FEW_DIGITS || point == 0 || point == cell.length() - 1) {
			return false;
		}
		for (int i = 0; i < cell.length(); i++) {
			if (i != point && (cell.charAt(i) < '0' || cell.charAt(i) > '9')) {
				return false;
			}
		}
		return true;
	}

	/** A cell that is not empty. */
	JsonNode node(String cell) {
		return text(cell);
	}

	private static JsonNode text(String cell) {
		return NODES.stringNode(cell);
	}

	/** Full-width characters to ASCII, but for the yuan sign's two forms. */
	private static String narrow(String cell) {
		StringBuilder narrow = new StringBuilder(cell);
		for (int i = 0; i < narrow.length(); i++) {
			char character = narrow.charAt(i);
			if (character >= '！' && character <= '～') {
				narrow.setCharAt(i, (char) (character - '！' + '!'));
			}
		}
		return narrow.toString();
	}

}
