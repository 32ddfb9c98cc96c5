package org.huiling.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that was found and is to be looked at.
 *
 * @param kind what it is about
 * @param applicant whose file; null for somebody who is not on file
 * @param stranger who is meant, if they are not on file; kept sealed
 * @param jurisdiction whose
 * @param program which program's, null if no single one's
 * @param because a code with words under {@code task.because.<code>}
 * @param arguments what the words mention: days, months, amounts, and by their names in
 * the reader's language {@code programs:<id>,…}, {@code code:<type>.<code>} and
 * {@code facts:<path>,…}; never a name or a number of a person
 * @param proposes what accepting it does
 * @param money how much hangs on it, null if that is not known
 * @param due by when
 * @param source what found it, such as {@code CROSS_CHECK:} and its id
 * @param key by which the same finding is known again, whatever finds it
 */
public record NewTask(TaskKind kind, @Nullable UUID applicant, @Nullable Stranger stranger, String jurisdiction,
		@Nullable String program, String because, List<String> arguments, Proposed proposes, @Nullable BigDecimal money,
		@Nullable LocalDate due, String source, String key) {

	public NewTask {
		arguments = List.copyOf(arguments);
		if ((applicant == null) == (stranger == null)) {
			throw new IllegalArgumentException("either somebody on file or a stranger");
		}
	}

	/**
	 * Somebody who is not on file.
	 *
	 * @param name as it was sent
	 * @param residentId masked already
	 * @param region where they lie; decides who sees the task
	 */
	public record Stranger(@Nullable String name, @Nullable String residentId, String region) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return "stranger";
		}

	}

	/** Without anything personal. */
	@Override
	public String toString() {
		return "NewTask " + this.kind;
	}

}
