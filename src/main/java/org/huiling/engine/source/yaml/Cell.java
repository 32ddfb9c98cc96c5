package org.huiling.engine.source.yaml;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a decision table.
 *
 * @param name as a spreadsheet names it: {@code C7}, or {@code Sheet1!C7} in a workbook
 * @param row from 1
 * @param column from 1
 * @param text what stands in it
 * @param header the cell above whose snippet it fills, null if there is none
 */
public record Cell(String name, int row, int column, String text, @Nullable Cell header) {

	/**
	 * This cell below another.
	 * @param above the cell whose snippet this one fills
	 * @return the same cell, knowing its header
	 */
	public Cell below(Cell above) {
		return new Cell(this.name, this.row, this.column, this.text, above);
	}

	/**
	 * Which of this cell and its header holds a word.
	 * @param word a word or expression
	 * @return the header if only that one holds it, else this cell
	 */
	Cell holding(String word) {
		return (this.header != null && !says(this.text, word) && says(this.header.text, word)) ? this.header : this;
	}

	private static boolean says(String text, String word) {
		return Pattern.compile("(?<![\\w$])\\Q" + squeeze(word) + "\\E(?![\\w$])").matcher(squeeze(text)).find();
	}

	private static String squeeze(String text) {
		return text.replaceAll("\\s+", "");
	}

	/**
	 * A column as a spreadsheet names it.
	 * @param column from 1
	 * @return {@code A}, {@code B}, … {@code AA}
	 */
	public static String letters(int column) {
		return ((column > 26) ? letters((column - 1) / 26) : "") + (char) ('A' + (column - 1) % 26);
	}

}
