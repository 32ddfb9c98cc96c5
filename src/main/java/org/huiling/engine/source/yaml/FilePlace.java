package org.huiling.engine.source.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file.
 *
 * @param file path inside the version's directory
 * @param line from 1; the row in a table
 * @param column from 1; the column's number in a table
 * @param excerpt the text that stands there, null if there is none to show
 * @param cell the cell of a decision table, null in other files
 */
public record FilePlace(String file, int line, int column, @Nullable String excerpt, @Nullable Cell cell) {

	private static final int EXCERPT_LENGTH = 120;

	public FilePlace {
		if (excerpt != null && excerpt.length() > EXCERPT_LENGTH) {
			excerpt = excerpt.substring(0, EXCERPT_LENGTH) + "…";
		}
	}

	/**
	 * A place in a file of lines.
	 * @param file path inside the version's directory
	 * @param line from 1
	 * @param column from 1
	 * @param excerpt the text that stands there, null if there is none to show
	 */
	public FilePlace(String file, int line, int column, @Nullable String excerpt) {
		this(file, line, column, excerpt, null);
	}

	/**
	 * The start of a file.
	 * @param file its path
	 * @return its first line
	 */
	public static FilePlace of(String file) {
		return new FilePlace(file, 1, 1, null);
	}

	/**
	 * A cell of a decision table.
	 * @param file its path
	 * @param cell the cell
	 * @return its place, with its text
	 */
	public static FilePlace of(String file, Cell cell) {
		return new FilePlace(file, cell.row(), cell.column(), cell.text(), cell);
	}

	/**
	 * This place, showing one word of what stands there. In a table the word decides
	 * between a cell and the header whose snippet the cell fills.
	 * @param word the word in question
	 * @return the place of the word
	 */
	public FilePlace naming(String word) {
		if (this.cell == null) {
			int inside = (this.excerpt != null) ? this.excerpt.indexOf(word) : 0;
			return new FilePlace(this.file, this.line, this.column + Math.max(inside, 0), word);
		}
		Cell holder = this.cell.holding(word);
		return new FilePlace(this.file, holder.row(), holder.column(), word, holder);
	}

}
