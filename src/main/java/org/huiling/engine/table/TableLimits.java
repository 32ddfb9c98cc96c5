package org.huiling.engine.table;

import org.huiling.engine.Bilingual;

/** How large a table may be. A policy's table fits on a screen or two. */
final class TableLimits {

	/** Files inside a workbook. */
	static final int ENTRIES = 200;

	/** Bytes of all files inside a workbook, unpacked. */
	static final int BYTES = 4 << 20;

	/** Cells of a workbook, empty ones with a border included. */
	static final int CELLS = 20_000;

	static final Bilingual HINT = new Bilingual(
			"一张表最多 " + Grid.MOST_ROWS + " 行、" + Grid.MOST_COLUMNS + " 列，一格最多 " + Grid.MOST_CHARACTERS
					+ " 字；按金额、年龄分很多档的，写成参数的分档（unit: bands，至多 5000 档）",
			"a table has at most " + Grid.MOST_ROWS + " rows and " + Grid.MOST_COLUMNS + " columns, a cell at most "
					+ Grid.MOST_CHARACTERS
					+ " characters; many bands of an amount or an age make one parameter (unit: bands, up to 5,000)");

	private TableLimits() {
	}

}
