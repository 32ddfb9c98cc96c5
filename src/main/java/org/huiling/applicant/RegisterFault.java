package org.huiling.applicant;

import java.util.List;

import org.huiling.input.Fault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

/** What can be wrong with what is to be recorded about a person. */
public enum RegisterFault implements Fault {

	/** Neither facts nor a correction. */
	NOTHING_GIVEN,

	/** No record of this person has that id. */
	UNKNOWN_RECORD,

	/** The record was corrected before (the id of the record that did). */
	ALREADY_CORRECTED,

	/** None of the regions is the caller's. */
	OUTSIDE_REGIONS,

	/** One is a person and the other an organisation. */
	SUBJECT_KEPT,

	/** Not the id of an applicant. */
	INVALID_ID,

	/** Not a field that may be revealed (those that may). */
	NOT_REVEALED,

	/** A number is to be revealed, and nobody says why. */
	NO_REVEAL_REASON,

	/** What is looked for is a masked id, by which nobody is found. */
	MASKED_ID,

	/** Neither a file number nor a whole resident id. */
	FILE_NUMBER_FORM,

	/** The check character of the file number does not fit. */
	FILE_NUMBER_CHECK,

	/** The file itself. */
	SAME_APPLICANT,

	/** Claims of both files have one id and differ (the ids). */
	CLAIMS_DIFFER,

	/** An item of a list may be one of several on file (how many). */
	WHICH_ITEM,

	/** Nobody on file has the id or number, as far as the caller sees. */
	NOT_ON_FILE,

	/** The person of the file number has another resident id. */
	OTHER_RESIDENT_ID;

	@Override
	public int status() {
		return 422;
	}

	public InvalidInput refusal(int status, String field, Object... arguments) {
		return new InvalidInput(status, List.of(FieldError.of(field, name(), arguments)));
	}

}
