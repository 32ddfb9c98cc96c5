package org.huiling.engine.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.huiling.engine.source.yaml.Problems;

/** The cells of one sheet as texts; numbers only where the sheet shows what it stores. */
final class SheetCells {

	/** A number that a policy might hold; others could unfold to a billion digits. */
	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,20})?(?:[eE][-+]?\\d{1,2})?");

	private final Grid grid;

	private final Problems problems;

	private final CellFormats formats;

	SheetCells(String file, String sheet, CellFormats formats, Problems problems) {
		this.formats = formats;
		this.grid = new Grid(file, sheet);
		this.problems = problems;
	}

	void read(Sheet sheet, SheetMarks marks) throws IOException {
		try (Stream<Row> rows = sheet.openStream()) {
			rows.forEach((row) -> row.stream().filter(Objects::nonNull).forEach((cell) -> read(cell, marks)));
		}
	}

	private void read(org.dhatim.fastexcel.reader.Cell cell, SheetMarks marks) {
		int row = cell.getAddress().getRow() + 1;
		int column = cell.getColumnIndex() + 1;
		String text = Objects.toString(cell.getRawValue(), "");
		if (text.length() > Grid.MOST_CHARACTERS) {
			this.problems.error(this.grid.place(row, column), "TOO_LARGE", "单元格过长", "too long a cell",
					TableLimits.HINT);
			return;
		}
		CellType type = cell.getType();
		int style = marks.style(new SheetMarks.At(row, column));
		boolean shown = type == CellType.NUMBER || this.formats.showsText(style);
		if (type == CellType.BOOLEAN) {
			text = String.valueOf(cell.getValue());
		}
		else if (type == CellType.NUMBER && NUMBER.matcher(text).matches()) {
			BigDecimal number = new BigDecimal(text).stripTrailingZeros();
			text = number.toPlainString();
			shown = this.formats.showsNumber(style, number);
		}
		else if (type == CellType.NUMBER) {
			shown = false;
		}
		this.grid.put(row, column, text);
		if (marks.computed().contains(new SheetMarks.At(row, column))) {
			return;
		}
		if (type == CellType.ERROR) {
			this.problems.error(this.grid.place(row, column), "CELL_VALUE", "单元格里是一个错误值",
					"the cell holds an error value");
		}
		else if (!text.isBlank() && !shown) {
			this.problems.error(this.grid.place(row, column), "CELL_VALUE", "单元格的数字格式使看到的不是存下的：把单元格设为“文本”再写",
					"the cell's number format shows something else than is stored: make the cell text");
		}
	}

	boolean isFilled() {
		return !this.grid.rows().isEmpty();
	}

	Grid grid() {
		return this.grid;
	}

	/** The cells, unless something about them is not what it seems. */
	Grid judged(SheetMarks marks) {
		for (SheetMarks.At at : marks.computed()) {
			this.problems.error(this.grid.place(at.row(), at.column()), "FORMULA", "单元格里不能写公式：写出结果",
					"no formulas in a cell: write what it gives");
		}
		for (SheetMarks.At at : marks.hidden()) {
			this.problems.error(this.grid.place(at.row(), at.column()), "HIDDEN_CELLS", "这一行或这一列是隐藏的：取消隐藏或删掉",
					"this row or column is hidden: show or delete it");
		}
		for (SheetMarks.Merged merged : marks.merged()) {
			if (merged.from().row() == merged.to().row()) {
				this.grid.span(merged.from().row(), merged.from().column(), merged.to().column());
			}
			else {
				this.problems.error(this.grid.place(merged.from().row(), merged.from().column()), "MERGED_CELLS",
						"不能上下合并单元格：每一行都要写全", "cells may not be merged over rows: fill in each row");
			}
		}
		return this.grid;
	}

}
