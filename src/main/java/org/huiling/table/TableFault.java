package org.huiling.table;

import java.util.List;

import org.huiling.input.Fault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

/**
 * What can be wrong with a table as a whole, with one of its rows or with a cell; the
 * arguments of the message in brackets.
 */
public enum TableFault implements Fault {

	/** Neither UTF-8 nor GB18030. */
	FILE_ENCODING,
	/** Nothing but empty rows, or a header without any. */
	EMPTY_FILE,
	/** No table at all (what it is instead). */
	NOT_A_TABLE,
	/** No row names a known column (how many rows were looked at). */
	NO_HEADER,
	/** More columns than a spreadsheet has (the most). */
	TOO_MANY_COLUMNS,
	/** A workbook that cannot be opened. */
	WORKBOOK_UNREADABLE,
	/** A workbook that unpacks to more than any list. */
	WORKBOOK_TOO_LARGE,
	/** A column that is hidden (its name). */
	HIDDEN_COLUMN,
	/** Characters that could not be read. */
	LINE_ENCODING,
	/** Longer than any row can be (the most characters). */
	LINE_TOO_LONG,
	/** Quotes that do not end, or end in the middle of a cell. */
	MALFORMED_ROW,
	/** A row that a line end within a cell tore in two. */
	TORN_ROW,
	/** More cells in a row than columns in the header (the number of columns). */
	SURPLUS_CELLS,
	/** A row that looks like one of the table and stands above its header. */
	ABOVE_HEADER,
	/** A row that is hidden. */
	HIDDEN_ROW,
	/** A number of which the spreadsheet kept fifteen digits only. */
	LOST_DIGITS,
	/** A formula without a result, or one that failed. */
	CELL_ERROR,
	/** A cell that several rows share, so that only the first has its value. */
	MERGED_ROWS;

	@Override
	public int status() {
		return (compareTo(LINE_ENCODING) < 0) ? 400 : 422;
	}

	/**
	 * The refusal of a whole file.
	 * @param arguments what the message mentions
	 * @return to be thrown
	 */
	public InvalidInput refusal(Object... arguments) {
		return new InvalidInput(status(), List.of(FieldError.of("", name(), arguments)));
	}

}
