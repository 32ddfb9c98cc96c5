package org.huiling.applicant.imports;

import org.huiling.input.Fault;

/**
 * What can be wrong with a table of applicants; the arguments of its message in brackets.
 */
public enum CsvFault implements Fault {

	/** A column that is no field of an applicant. */
	UNKNOWN_COLUMN,

	/** Two columns for one field (the field's path). */
	DUPLICATE_COLUMN,

	/** More cells in a row than columns in the header (the number of columns). */
	SURPLUS_CELLS;

	@Override
	public int status() {
		return 400;
	}

}
