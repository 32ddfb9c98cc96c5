package org.huiling.input;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object that hold one value: texts, days, numbers, codes. */
abstract class ScalarFields extends FieldPath {

	/** Nobody is on file for a day before it. */
	public static final int FIRST_YEAR = 1850;

	ScalarFields(JsonNode object, @Nullable FieldPath parent, String name, int index, InputErrors errors) {
		super(object, parent, name, index, errors);
	}

	/**
	 * A field that must be there.
	 * @param field its name
	 * @param read how it is taken
	 * @param <T> its type
	 * @return the value; null if it is absent or wrong, which is noted
	 */
	public <T> @Nullable T required(String field, Function<String, @Nullable T> read) {
		if (!has(field)) {
			refuse(field, ShapeFault.REQUIRED);
			return null;
		}
		return read.apply(field);
	}

	/**
	 * A text.
	 * @param field its name
	 * @param longest the most characters
	 * @return not blank and free of control characters
	 */
	public @Nullable String text(String field, int longest) {
		String text = string(field);
		if (text == null) {
			return null;
		}
		ShapeFault fault = TextRules.fault(text, longest);
		if (fault == ShapeFault.TOO_LONG) {
			refuse(field, fault, longest);
		}
		else if (fault != null) {
			refuse(field, fault);
		}
		return (fault != null) ? null : text;
	}

	/**
	 * A text as it stands, of any content.
	 * @param field its name
	 * @return the text
	 */
	public @Nullable String string(String field) {
		JsonNode node = typed(field, JsonNode::isString, "string");
		return (node != null) ? node.stringValue() : null;
	}

	/**
	 * The digits of a region: a GB/T 2260 code or a longer one.
	 * @param field its name
	 * @return six to twelve digits
	 */
	public @Nullable String region(String field) {
		String region = string(field);
		if (region == null || TextRules.isRegion(region)) {
			return region;
		}
		refuse(field, ShapeFault.INVALID_REGION, TextRules.SHORTEST_REGION, TextRules.LONGEST_REGION);
		return null;
	}

	/**
	 * A day.
	 * @param field its name
	 * @return a real day of a year people are on file for
	 */
	public @Nullable LocalDate date(String field) {
		JsonNode node = typed(field, JsonNode::isString, "date");
		if (node == null) {
			return null;
		}
		LocalDate date = IsoDays.parse(node.stringValue());
		if (date == null) {
			refuse(field, ShapeFault.INVALID_DATE);
		}
		else if (date.getYear() < FIRST_YEAR) {
			refuse(field, ShapeFault.YEAR_TOO_EARLY, FIRST_YEAR);
			return null;
		}
		return date;
	}

	/**
	 * A month.
	 * @param field its name
	 * @return such as 2013-07
	 */
	public @Nullable YearMonth month(String field) {
		String text = string(field);
		if (text == null) {
			return null;
		}
		YearMonth month = IsoDays.month(text);
		if (month == null) {
			refuse(field, ShapeFault.INVALID_MONTH);
		}
		return month;
	}

	/**
	 * An instant.
	 * @param field its name
	 * @return read with its offset
	 */
	public @Nullable Instant instant(String field) {
		String text = string(field);
		if (text == null) {
			return null;
		}
		Instant instant = IsoDays.instant(text);
		if (instant == null) {
			refuse(field, ShapeFault.INVALID_INSTANT);
		}
		return instant;
	}

	/**
	 * Money.
	 * @param field its name
	 * @return yuan with two decimals, not negative
	 */
	public @Nullable BigDecimal money(String field) {
		JsonNode node = typed(field, JsonNode::isNumber, "number");
		if (node == null) {
			return null;
		}
		BigDecimal number = node.decimalValue();
		ShapeFault fault = JsonAmounts.fault(number);
		if (fault == null) {
			return JsonAmounts.yuan(number);
		}
		if (fault == ShapeFault.TOO_LARGE) {
			refuse(field, fault, JsonAmounts.MOST);
		}
		else {
			refuse(field, fault);
		}
		return null;
	}

	/**
	 * A whole number.
	 * @param field its name
	 * @param lowest the least allowed
	 * @param highest the most allowed
	 * @return the number
	 */
	public @Nullable Integer whole(String field, int lowest, int highest) {
		JsonNode node = typed(field, JsonNode::isNumber, "number");
		if (node == null) {
			return null;
		}
		Integer whole = JsonAmounts.whole(node);
		if (whole == null) {
			refuse(field, ShapeFault.NOT_WHOLE);
		}
		else if (whole < lowest || whole > highest) {
			refuse(field, ShapeFault.OUT_OF_RANGE, lowest, highest);
			return null;
		}
		return whole;
	}

	/**
	 * An exact number.
	 * @param field its name
	 * @param decimals the most digits behind the point
	 * @param lowest the least allowed, null if there is none
	 * @param highest the most allowed, null if there is none
	 * @return the number with that many decimals
	 */
	public @Nullable BigDecimal decimal(String field, int decimals, @Nullable BigDecimal lowest,
			@Nullable BigDecimal highest) {
		JsonNode node = typed(field, JsonNode::isNumber, "number");
		if (node == null) {
			return null;
		}
		BigDecimal number = node.decimalValue();
		ShapeFault fault = JsonAmounts.fault(number, decimals);
		if (fault == ShapeFault.TOO_LARGE) {
			refuse(field, fault, JsonAmounts.MOST);
		}
		else if (fault != null) {
			refuse(field, fault, decimals);
		}
		else if ((lowest != null && number.compareTo(lowest) < 0)
				|| (highest != null && number.compareTo(highest) > 0)) {
			refuse(field, ShapeFault.NOT_WITHIN, (lowest != null) ? lowest.toPlainString() : "-",
					(highest != null) ? highest.toPlainString() : "-");
		}
		else {
			return number.setScale(decimals);
		}
		return null;
	}

	/**
	 * Yes or no.
	 * @param field its name
	 * @return the answer
	 */
	public @Nullable Boolean bool(String field) {
		JsonNode node = typed(field, JsonNode::isBoolean, "boolean");
		return (node != null) ? (Boolean) node.booleanValue() : null;
	}

	/**
	 * One of a code list.
	 * @param field its name
	 * @param codes the list
	 * @param <E> its type
	 * @return the code
	 */
	public <E extends Enum<E>> @Nullable E code(String field, Codes<E> codes) {
		String name = string(field);
		if (name == null) {
			return null;
		}
		E code = codes.find(name);
		if (code == null) {
			refuse(field, ShapeFault.UNKNOWN_CODE, codes.toString());
		}
		return code;
	}

	/**
	 * One of some codes.
	 * @param field its name
	 * @param codes their names
	 * @return the name of one of them
	 */
	public @Nullable String oneOf(String field, Collection<String> codes) {
		String name = string(field);
		if (name == null || codes.contains(name)) {
			return name;
		}
		refuse(field, ShapeFault.UNKNOWN_CODE, String.join(", ", codes));
		return null;
	}

	/**
	 * A field that somebody else reads.
	 * @param field its name
	 * @return as it stands
	 */
	public @Nullable JsonNode json(String field) {
		return typed(field, (any) -> true, "");
	}

}
