package org.huiling.protection;

/** Keeps sealed blobs in a column of a table, and says how they are sealed anew. */
public interface SealedRows {

	/**
	 * Where they are.
	 * @return the column
	 */
	SealedColumn sealedColumn();

	/**
	 * A column of sealed blobs.
	 *
	 * @param table its table
	 * @param name its name
	 * @param place the place that a blob is sealed for, in SQL over the row
	 */
	record SealedColumn(String table, String name, String place) {
	}

}
