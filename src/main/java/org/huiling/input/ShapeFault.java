package org.huiling.input;

/**
 * What can be wrong with one field by itself; the arguments of its message in brackets.
 */
public enum ShapeFault implements Fault {

	/** A property that does not exist (name, 1 if another name is close, that name). */
	UNKNOWN_PROPERTY,

	/**
	 * A parameter that is not read (name, 1 if another name is close, that name, those
	 * read, 1 if any is).
	 */
	UNKNOWN_PARAMETER,

	/** Needed and absent. */
	REQUIRED,

	/** Another JSON type than expected (the expected one). */
	WRONG_TYPE,

	/** Not a real day written {@code YYYY-MM-DD}. */
	INVALID_DATE,

	/** Not a month written {@code YYYY-MM}. */
	INVALID_MONTH,

	/** Not an ISO instant with its offset. */
	INVALID_INSTANT,

	/** A year before anybody on file was born (the first year allowed). */
	YEAR_TOO_EARLY,

	/** Not one of a code list (the list). */
	UNKNOWN_CODE,

	/** Below zero. */
	NEGATIVE,

	/** More than two decimals of money. */
	TOO_MANY_DECIMALS,

	/** A number with more decimals than it may have (how many). */
	DECIMALS,

	/** An exact number out of its bounds (the least, the most; - for none). */
	NOT_WITHIN,

	/** A text that has not the form that is declared. */
	FORM,

	/** More money than anything costs (the most allowed). */
	TOO_LARGE,

	/** Not a whole number. */
	NOT_WHOLE,

	/** A whole number outside its bounds (the lowest, the highest). */
	OUT_OF_RANGE,

	/** Nothing but blanks. */
	BLANK,

	/** A longer text than allowed (the most characters). */
	TOO_LONG,

	/** Control characters or halves of characters in a text. */
	CONTROL_CHARACTER,

	/** A longer list than allowed (the most items). */
	LIST_TOO_LONG,

	/** An item that stands in the list already. */
	DUPLICATE_ITEM,

	/** A list that must not be empty. */
	EMPTY_LIST,

	/** Not digits of a region code (the fewest, the most). */
	INVALID_REGION,

	/** More errors than are worth listing (how many are not listed). */
	MORE_ERRORS,

	/** The body is not JSON (line, column). */
	MALFORMED_JSON,

	/** One property twice in one object (name, line, column). */
	DUPLICATE_PROPERTY,

	/** Nested too deeply, or a number, text or key of absurd length (line, column). */
	TOO_COMPLEX,

	/** There is no body. */
	BODY_MISSING,

	/** Something follows the JSON value (line, column). */
	TRAILING_CONTENT,

	/** Not UTF-8 (line, column). */
	WRONG_ENCODING;

	@Override
	public int status() {
		return 400;
	}

}
