package org.huiling.crosscheck;

import org.huiling.input.Fault;

/** What is wrong with a list or a line; the arguments of the message in brackets. */
enum ListFault implements Fault {

	/** A column that must be there (its names). */
	COLUMN_MISSING,

	/** The same column twice (its name). */
	COLUMN_TWICE,

	/** Another sheet that is not read (its name). */
	SHEET_NOT_READ,

	/** A sum or a signature, not a person. */
	NO_LINE,

	/** Neither an id nor a name. */
	NOBODY_SAID,

	/** The date lies after the day of the list (that day). */
	AFTER_THE_LIST,

	/** The date lies before the birth. */
	DATE_BEFORE_BIRTH,

	/** The birth date is not the one that the id holds. */
	OTHER_BIRTH_DATE,

	/** The last month lies before the first. */
	TO_BEFORE_FROM,

	/**
	 * Neither digits with a point, nor such with the yuan's sign, or less than nothing.
	 */
	NO_AMOUNT,

	/** Longer than a name can be (the most characters). */
	NAME_TOO_LONG;

	@Override
	public int status() {
		return 422;
	}

}
