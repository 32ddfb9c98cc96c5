package org.huiling.task;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks are asked for; null for all.
 *
 * @param kind what they are about
 * @param state how far they are
 * @param region below which the people lie
 * @param assignee the account that does them
 * @param due the last day by which they are due
 * @param source what found them, such as {@code CROSS_CHECK:} and its id
 */
public record TaskQuery(@Nullable TaskKind kind, @Nullable TaskState state, @Nullable String region,
		@Nullable String assignee, @Nullable LocalDate due, @Nullable String source) {

	/** Tasks from every source. */
	public TaskQuery(@Nullable TaskKind kind, @Nullable TaskState state, @Nullable String region,
			@Nullable String assignee, @Nullable LocalDate due) {
		this(kind, state, region, assignee, due, null);
	}

}
