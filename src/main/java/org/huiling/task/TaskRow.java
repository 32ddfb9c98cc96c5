package org.huiling.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A task as it is kept.
 *
 * @param id its id
 * @param kind what it is about
 * @param applicant whose file, the one that goes on if it was merged; null for somebody
 * who is not on file
 * @param stranger who is meant then
 * @param jurisdiction whose
 * @param program which program's
 * @param because a code
 * @param arguments what its words mention
 * @param proposes what accepting it does
 * @param money how much hangs on it
 * @param due by when
 * @param assignee the account that does it
 * @param source what found it
 * @param state how far it is
 * @param createdAt when it was found
 * @param closed who closed it, null while it is open
 * @param key of what was found
 */
record TaskRow(UUID id, TaskKind kind, @Nullable UUID applicant, NewTask.@Nullable Stranger stranger,
		String jurisdiction, @Nullable String program, String because, List<String> arguments, Proposed proposes,
		@Nullable BigDecimal money, @Nullable LocalDate due, @Nullable String assignee, String source, TaskState state,
		Instant createdAt, TaskView.@Nullable Closed closed, String key) {

	/** Without anything personal. */
	@Override
	public String toString() {
		return "task " + this.id;
	}

}
