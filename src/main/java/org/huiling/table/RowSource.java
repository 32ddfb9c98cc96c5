package org.huiling.table;

import java.io.Closeable;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The rows of a file, empty ones too. */
interface RowSource extends Closeable {

	/** The next row, null at the end. */
	@Nullable Raw next() throws IOException;

	/** Whether nobody who looks at the file sees a column. */
	default boolean isHidden(int column) {
		return false;
	}

	/**
	 * A row as it stands in the file.
	 *
	 * @param row the row
	 * @param end how its last line ends; nothing where there are no lines
	 */
	record Raw(TableRow row, String end) {
	}

}
