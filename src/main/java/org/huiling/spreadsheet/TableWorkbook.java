package org.huiling.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a workbook, row by row; one that is too long for a sheet goes on in
 * the next. The names in the first row stay where they are when the sheet is scrolled.
 */
public final class TableWorkbook implements Closeable {

	/** A sheet holds 1,048,576 rows (ECMA-376). */
	private static final int ROWS = 1_000_000;

	private static final int FLUSHED = 500;

	/** In digits of the font. */
	private static final int NARROWEST = 12;

	private final Workbook workbook;

	private final String name;

	private final List<String> columns;

	private int sheets;

	private int row;

	private Worksheet sheet;

	/**
	 * Begins a workbook.
	 * @param out takes it; is closed with it
	 * @param name of its sheets, which are numbered
	 * @param columns the names in the first row of each
	 */
	public TableWorkbook(OutputStream out, String name, List<String> columns) {
		this.workbook = new Workbook(out, "Huiling", "1.0");
		this.name = name;
		this.columns = List.copyOf(columns);
		this.sheet = begin();
	}

	private Worksheet begin() {
		Worksheet begun = this.workbook.newWorksheet(this.name + " " + ++this.sheets);
		for (int column = 0; column < this.columns.size(); column++) {
			begun.inlineString(0, column, this.columns.get(column));
			begun.width(column, Math.max(NARROWEST, 2 * this.columns.get(column).length()));
		}
		begun.range(0, 0, 0, Math.max(0, this.columns.size() - 1)).style().bold().set();
		begun.freezePane(0, 1);
		this.row = 1;
		return begun;
	}

	/**
	 * Writes a row.
	 * @param cells an amount is a {@link BigDecimal}, anything that is no number a text;
	 * null is an empty cell
	 * @throws IOException if it cannot be written
	 */
	public void add(@Nullable Object[] cells) throws IOException {
		if (this.row > ROWS) {
			this.sheet.finish();
			this.sheet = begin();
		}
		for (int column = 0; column < cells.length; column++) {
			cell(column, cells[column]);
		}
		if (++this.row % FLUSHED == 0) {
			this.sheet.flush();
		}
	}

	/** Texts stand in the row itself: a table of them would grow with the file. */
	private void cell(int column, @Nullable Object value) {
		if (value instanceof BigDecimal amount) {
			this.sheet.value(this.row, column, amount);
			this.sheet.style(this.row, column).format("0.00").set();
		}
		else if (value instanceof Number number) {
			this.sheet.value(this.row, column, number);
		}
		else if (value != null) {
			this.sheet.inlineString(this.row, column, value.toString());
		}
	}

	/** Ends the workbook. */
	@Override
	public void close() throws IOException {
		this.sheet.finish();
		this.workbook.close();
	}

}
