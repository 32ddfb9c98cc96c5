package org.huiling.web.casework.task;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.huiling.task.TaskKind;
import org.huiling.task.TaskQuery;
import org.huiling.task.TaskState;
import org.huiling.web.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks the list shows, as its address says it; null for all, or the first page.
 *
 * @param kind what they are about
 * @param state how far they are; those to be done if nothing is said
 * @param region below which the people lie
 * @param who the account that does them, {@value #MINE} for the reader's own
 * @param by when they are due
 * @param source what found them, such as {@code CROSS_CHECK:} and its id
 * @param page from 0
 */
record TaskFilter(@Nullable TaskKind kind, @Nullable Shown state, @Nullable String region, @Nullable String who,
		@Nullable Due by, @Nullable String source, @Nullable Integer page) {

	/** No account is called that. */
	static final String MINE = "~";

	/** How far tasks are. */
	enum Shown {

		/** To be done. */
		OPEN,

		/** Done. */
		DONE,

		/** Nothing was to be done. */
		DISMISSED,

		/** All of these. */
		ALL

	}

	/** By when tasks are due. */
	enum Due {

		/** Before today. */
		OVERDUE,

		/** Within seven days, or before. */
		WEEK,

		/** Within a month, or before. */
		MONTH

	}

	/** What is looked for. */
	TaskQuery query(String reader, LocalDate today) {
		return new TaskQuery(this.kind, (shown() != Shown.ALL) ? TaskState.valueOf(shown().name()) : null,
				blank(this.region) ? null : Objects.requireNonNull(this.region).strip(),
				blank(this.who) ? null : MINE.equals(this.who) ? reader : this.who, last(today),
				blank(this.source) ? null : this.source);
	}

	public Shown shown() {
		return (this.state != null) ? this.state : Shown.OPEN;
	}

	public int number() {
		return (this.page != null) ? Math.max(0, this.page) : 0;
	}

	/** For links that keep to the list; ends in {@code &} unless it is empty. */
	public String address() {
		return PageQuery.of(values());
	}

	/** The same of another kind, on its first page. */
	public String of(@Nullable TaskKind other) {
		return new TaskFilter(other, this.state, this.region, this.who, this.by, this.source, null).address();
	}

	/** The same page of the list. */
	public String here() {
		return address() + ((number() > 0) ? "page=" + number() : "");
	}

	/** The other pages of the list go by these values. */
	private Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("kind", (this.kind != null) ? this.kind.name() : "");
		values.put("state", (shown() != Shown.OPEN) ? shown().name() : "");
		values.put("region", Objects.requireNonNullElse(this.region, ""));
		values.put("who", Objects.requireNonNullElse(this.who, ""));
		values.put("by", (this.by != null) ? this.by.name() : "");
		values.put("source", Objects.requireNonNullElse(this.source, ""));
		return values;
	}

	private @Nullable LocalDate last(LocalDate today) {
		return (this.by == null) ? null : switch (this.by) {
			case OVERDUE -> today.minusDays(1);
			case WEEK -> today.plusWeeks(1);
			case MONTH -> today.plusMonths(1);
		};
	}

	private static boolean blank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
