package org.huiling.applicant.identity;

import org.huiling.input.Fault;

/**
 * How fields of a record can contradict each other or the world; the arguments of the
 * message in brackets.
 */
public enum RecordFault implements Fault {

	/** Two claims with one id (path of the other id). */
	DUPLICATE_CLAIM,

	/** Two items of another list that nothing tells apart (path in the other item). */
	DUPLICATE_ITEM,

	/** Not 17 digits and a digit or X (1 if it looks damaged by a spreadsheet). */
	RESIDENT_ID_FORMAT,

	/** An id of 15 digits, out of use since 2013-01-01. */
	RESIDENT_ID_15,

	/** An id with asterisks. */
	RESIDENT_ID_MASKED,

	/** A check digit that does not fit (1 if the id looks damaged by a spreadsheet). */
	CHECK_DIGIT,

	/** A birth date in the id that no calendar has. */
	RESIDENT_ID_DATE,

	/** Another birth date in the id than the record's (birth date's path). */
	BIRTH_DATE_MISMATCH,

	/** Another sex in the id's 17th digit than the record's (sex's path). */
	SEX_MISMATCH,

	/** Not 18 of the characters of a credit code. */
	CREDIT_CODE_FORMAT,

	/** A check character of a credit code that does not fit. */
	CREDIT_CODE_CHECK,

	/** Other characters than digits in an account. */
	ACCOUNT_FORM,

	/** Too few or too many digits of an account (the fewest, the most). */
	ACCOUNT_LENGTH,

	/** An account of which a spreadsheet made an amount. */
	ACCOUNT_DAMAGED,

	/** An account with asterisks. */
	ACCOUNT_MASKED;

	@Override
	public int status() {
		return 422;
	}

}
