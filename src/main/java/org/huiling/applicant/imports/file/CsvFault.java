package org.huiling.applicant.imports.file;

import org.huiling.input.Fault;

/**
 * What can be wrong with a table of applicants; the arguments of its message in brackets.
 */
public enum CsvFault implements Fault {

	/** Two columns for one field (the field's path). */
	DUPLICATE_COLUMN;

	@Override
	public int status() {
		return 400;
	}

}
