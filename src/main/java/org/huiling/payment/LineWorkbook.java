package org.huiling.payment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiling.payment.LineList.Line;
import org.jspecify.annotations.Nullable;

/** The lines of a roster as a workbook, written row by row. */
final class LineWorkbook {

	/** A sheet holds 1,048,576 rows (ECMA-376). */
	private static final int ROWS = 1_000_000;

	private static final int FLUSHED = 500;

	private final Workbook workbook;

	private final Roster roster;

	private final boolean wholeAccounts;

	private int sheets;

	private int row;

	private Worksheet sheet;

	private LineWorkbook(Workbook workbook, Roster roster, boolean wholeAccounts) {
		this.workbook = workbook;
		this.roster = roster;
		this.wholeAccounts = wholeAccounts;
		this.sheet = begin();
	}

	static void write(OutputStream out, Roster roster, boolean wholeAccounts, LineSheet.Source lines)
			throws IOException {
		try (Workbook workbook = new Workbook(out, "Huiling", "1.0")) {
			LineWorkbook writer = new LineWorkbook(workbook, roster, wholeAccounts);
			lines.forEach(writer::add);
			writer.sheet.finish();
		}
	}

	private Worksheet begin() {
		Worksheet begun = this.workbook.newWorksheet("roster " + ++this.sheets);
		for (int column = 0; column < LineSheet.COLUMNS.size(); column++) {
			begun.inlineString(0, column, LineSheet.COLUMNS.get(column));
		}
		this.row = 1;
		return begun;
	}

	private void add(Line line) {
		try {
			if (this.row > ROWS) {
				this.sheet.finish();
				this.sheet = begin();
			}
			@Nullable Object[] cells = LineSheet.cells(this.roster, line, this.wholeAccounts);
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
		else if (value instanceof Integer number) {
			this.sheet.value(this.row, column, number);
		}
		else if (value != null) {
			this.sheet.inlineString(this.row, column, value.toString());
		}
	}

}
