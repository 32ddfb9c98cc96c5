package org.huiling.audit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; null asks for all.
 *
 * @param subjects ids of what they were done to; none for all
 * @param groups ids of what a subject is one of many in
 * @param without what is left out whatever else is asked for: names of actions
 * @param by the accounts that did them; none for all
 * @param actions names of what was done; none for all
 * @param from the first instant
 * @param before the first instant after
 */
record EventQuery(List<String> subjects, List<String> groups, List<String> without, List<String> by,
		List<String> actions, @Nullable Instant from, @Nullable Instant before) {

	private static final int BAD_REQUEST = 400;

	/** Nothing was recorded before; the calendar of the database ends somewhere. */
	private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z").plus(Duration.ofDays(2));

	EventQuery {
		subjects = List.copyOf(subjects);
		groups = List.copyOf(groups);
		without = List.copyOf(without);
		by = List.copyOf(by);
		actions = List.copyOf(actions);
	}

	/** What showed whoever has some files to somebody. */
	static EventQuery whoSaw(List<String> subjects, List<String> groups, AuditFilter filter, ZoneId zone) {
		EventQuery all = of(subjects, groups, filter, zone);
		return new EventQuery(subjects, groups, AuditAction.blind(), all.by(), all.actions(), all.from(), all.before());
	}

	/**
	 * Reads what is asked for.
	 * @param subjects ids of what they were done to
	 * @param groups ids of what a subject is one of many in
	 * @param filter the rest
	 * @param zone where days begin
	 * @return the query
	 * @throws InvalidInput naming what cannot be read
	 */
	static EventQuery of(List<String> subjects, List<String> groups, AuditFilter filter, ZoneId zone) {
		List<FieldError> errors = new ArrayList<>();
		Instant first = instant("from", filter.from(), zone, false, errors);
		Instant after = instant("to", filter.to(), zone, true, errors);
		if (!errors.isEmpty()) {
			throw new InvalidInput(BAD_REQUEST, errors);
		}
		return new EventQuery(subjects, groups, List.of(), List.copyOf(filter.by()), List.copyOf(filter.actions()),
				first, after);
	}

	/** A day ends when the next begins; an instant ends a microsecond later. */
	private static @Nullable Instant instant(String field, @Nullable String text, ZoneId zone, boolean end,
			List<FieldError> errors) {
		if (text == null) {
			return null;
		}
		try {
			Instant moment = (text.indexOf('T') < 0)
					? LocalDate.parse(text).plusDays(end ? 1 : 0).atStartOfDay(zone).toInstant()
					: OffsetDateTime.parse(text).toInstant().plus(end ? Duration.ofNanos(1000) : Duration.ZERO);
			if (!moment.isBefore(EARLIEST) && moment.isBefore(LATEST)) {
				return moment;
			}
			errors.add(FieldError.of(field, "INVALID_MOMENT"));
			return null;
		}
		catch (DateTimeException ex) {
			errors.add(FieldError.of(field, "INVALID_MOMENT"));
			return null;
		}
	}

}
