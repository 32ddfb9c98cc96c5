package org.huiling.applicant.imports;

import java.util.List;

import org.huiling.applicant.register.recording.Namesakes;
import org.jspecify.annotations.Nullable;

/**
 * Something about a line.
 *
 * @param line the line's number
 * @param number counts the line's remarks
 * @param field the field, empty for the whole line
 * @param code what is wrong or odd
 * @param isError whether the line was refused for it
 * @param arguments what the message mentions
 * @param text the line, with its first error
 */
record LineRemark(long line, int number, String field, String code, boolean isError, List<Object> arguments,
		@Nullable String text) {

	/** Whether it tells of a file that may be the same person's. */
	boolean isOfNamesake() {
		return Namesakes.CODE.equals(this.code);
	}

	/** The number of that file. */
	String namesake() {
		return String.valueOf(this.arguments.get(0));
	}

}
