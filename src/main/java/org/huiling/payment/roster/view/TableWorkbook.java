package org.huiling.payment.roster.view;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a table as a workbook, row by row. */
final class TableWorkbook {

	/** A sheet holds 1,048,576 rows (ECMA-376). */
	private static final int ROWS = 1_000_000;

	private static final int FLUSHED = 500;

	private final Workbook workbook;

	private final ListedTable table;

	private int sheets;

	private int row;

	private Worksheet sheet;

	private TableWorkbook(Workbook workbook, ListedTable table) {
		this.workbook = workbook;
		this.table = table;
		this.sheet = begin();
	}

	static void write(OutputStream out, ListedTable table) throws IOException {
		try (Workbook workbook = new Workbook(out, "Huiling", "1.0")) {
			TableWorkbook writer = new TableWorkbook(workbook, table);
			table.rows().forEach(writer::add);
			writer.sheet.finish();
		}
	}

	private Worksheet begin() {
		Worksheet begun = this.workbook.newWorksheet(this.table.sheet() + " " + ++this.sheets);
		for (int column = 0; column < this.table.columns().size(); column++) {
			begun.inlineString(0, column, this.table.columns().get(column));
		}
		this.row = 1;
		return begun;
	}

	private void add(@Nullable Object[] cells) {
		try {
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
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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

}
