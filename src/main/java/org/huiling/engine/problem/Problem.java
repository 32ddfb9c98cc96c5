package org.huiling.engine.problem;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a policy's files, for the person who wrote them.
 *
 * @param file path inside the version (or program, jurisdiction) directory
 * @param line from 1; the row in a decision table
 * @param column from 1; the column's number in a decision table
 * @param severity whether it keeps the version out
 * @param code a stable code such as {@code UNKNOWN_FIELD}
 * @param message what is wrong
 * @param excerpt the offending text, null if there is none to show
 * @param hint what to do about it, null if nothing more can be said
 * @param cell the cell of a decision table, such as {@code C7} or {@code Sheet1!C7}, null
 * in other files
 */
public record Problem(String file, int line, int column, Severity severity, String code, Bilingual message,
		@Nullable String excerpt, @Nullable Bilingual hint, @Nullable String cell) {

	/**
	 * Something wrong in a file of lines.
	 * @param file path inside the directory
	 * @param line from 1
	 * @param column from 1
	 * @param severity whether it keeps the version out
	 * @param code a stable code
	 * @param message what is wrong
	 * @param excerpt the offending text, null if there is none to show
	 * @param hint what to do about it, null if nothing more can be said
	 */
	public Problem(String file, int line, int column, Severity severity, String code, Bilingual message,
			@Nullable String excerpt, @Nullable Bilingual hint) {
		this(file, line, column, severity, code, message, excerpt, hint, null);
	}

	/**
	 * The same problem of a file that lies in a directory.
	 * @param directory where it lies, seen from where the problem is shown
	 * @return with the longer path
	 */
	public Problem in(String directory) {
		return new Problem(directory + "/" + this.file, this.line, this.column, this.severity, this.code, this.message,
				this.excerpt, this.hint, this.cell);
	}

	/**
	 * The same with other advice.
	 * @param advice what to do about it
	 * @return the problem
	 */
	public Problem hinting(Bilingual advice) {
		return new Problem(this.file, this.line, this.column, this.severity, this.code, this.message, this.excerpt,
				advice, this.cell);
	}

	/** {@code file:line:column code message}, for a log or a terminal. */
	@Override
	public String toString() {
		return this.file + ":" + this.line + ":" + this.column + ((this.cell != null) ? " [" + this.cell + "]" : "")
				+ " " + this.code + " " + this.message.en() + ((this.excerpt != null) ? " «" + this.excerpt + "»" : "")
				+ ((this.hint != null) ? " (" + this.hint.en() + ")" : "");
	}

}
