package org.huiling.payment.roster;

import org.huiling.input.Fault;

/** What can be wrong with the order of a roster, or with results. */
public enum RosterFault implements Fault {

	/**
	 * No roster is due in the month, by the jurisdiction's rule or any of its programs'.
	 */
	NO_PAY_MONTH(422),

	/** Farther ahead than anybody is paid. */
	TOO_FAR_AHEAD(422),

	/** Before the first rule of payment. */
	NO_PAYMENT_RULE(422),

	/** A reason for skipping months where none is missing. */
	NOTHING_SKIPPED(422),

	/** No state of a roster (which there are). */
	UNKNOWN_STATE(400),

	/** The file of results lacks a column (its name). */
	RESULT_COLUMN(400),

	/** Not a line of the roster. */
	NO_SUCH_LINE(422),

	/** Another sheet of the workbook has something in it (its name). */
	OTHER_SHEET(422),

	/** The file of results has a column twice (its name). */
	COLUMN_TWICE(400),

	/** A file of results without a row. */
	NO_ROWS(422),

	/** Not a transfer of the roster. */
	NO_SUCH_TRANSFER(422),

	/** Not a day such as 2013-07-05. */
	NO_DAY(422),

	/** A day that has not come. */
	DAY_AFTER_TODAY(422),

	/** Before anything of the roster can have been paid (the first day). */
	DAY_BEFORE_ROSTER(422),

	/** Not an amount such as 1,234.50. */
	NO_AMOUNT(422),

	/** The row is of another roster (which of ours it was sent to). */
	OTHER_ROSTER(422),

	/** What the row says is not what stands in our line. */
	OTHER_LINE(422),

	/** A recovery is no transfer that could come back. */
	RECOVERY_RETURNED(422),

	/** Neither PAID nor FAILED nor RETURNED. */
	UNKNOWN_RESULT(422),

	/** The line has the other result already (which). */
	OTHER_RESULT(422),

	/** More than the whole. */
	NO_SHARE(400),

	/** A limit where nothing is written off. */
	NO_WRITE_OFF(400),

	/** Not the id of a person. */
	UNKNOWN_PERSON(400),

	/** More than is owed back (how much is). */
	NOTHING_OWED(422),

	/** No jurisdiction has such a program (which there are). */
	NO_SUCH_PROGRAM(422),

	/** A recovery cannot be set off against payments that failed. */
	NOTHING_TO_SET_OFF(422);

	private final int status;

	RosterFault(int status) {
		this.status = status;
	}

	@Override
	public int status() {
		return this.status;
	}

}
