package org.huiling.applicant.imports.file;

import java.util.List;

import org.huiling.input.Fault;
import org.huiling.problem.FieldError;

/**
 * What can be wrong with a file of applicants; the arguments of the message in brackets.
 */
public enum ImportFault implements Fault {

	/** The resident id of an earlier line (its number). */
	DUPLICATE_IN_FILE,

	/** The resident id of somebody on file (the applicant's id). */
	ON_FILE,

	/** The resident id of somebody on file whom the caller does not see. */
	ON_FILE_ELSEWHERE,

	/**
	 * A resident id that was not looked for: too many were on file elsewhere today (the
	 * day from which on).
	 */
	NOT_TRIED,

	/** Neither a resident id nor a file number: who is meant cannot be told. */
	NOBODY_NAMED,

	/** A sum below the list, or who made it: nobody. */
	FOOTER,

	/** A file number, which only people on file have, in a list of newcomers. */
	NUMBER_OF_A_NEWCOMER;

	/**
	 * Whether a line is about nobody and misses nothing: a sum below the list, or who
	 * made it.
	 * @param errors what is said of the line
	 * @return true if that is all
	 */
	public static boolean isFooter(List<FieldError> errors) {
		return !errors.isEmpty() && errors.stream().allMatch((error) -> FOOTER.name().equals(error.code()));
	}

	@Override
	public int status() {
		return 422;
	}

}
