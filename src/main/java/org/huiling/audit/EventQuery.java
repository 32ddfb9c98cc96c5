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
 * @param by the account that did them
 * @param action what was done
 * @param from the first instant
 * @param before the first instant after
 */
record EventQuery(List<String> subjects, List<String> groups, List<String> without, @Nullable String by,
		@Nullable String action, @Nullable Instant from, @Nullable Instant before) {

	private static final int BAD_REQUEST = 400;

	EventQuery {
		subjects = List.copyOf(subjects);
		groups = List.copyOf(groups);
		without = List.copyOf(without);
	}

	/** What showed whoever has some files to somebody. */
	static EventQuery whoSaw(List<String> subjects, List<String> groups) {
		return new EventQuery(subjects, groups, AuditAction.blind(), null, null, null, null);
	}

	/**
	 * Reads what is asked for.
	 * @param subjects ids of what they were done to
	 * @param groups ids of what a subject is one of many in
	 * @param by the account that did them
	 * @param action what was done
	 * @param from a day, or an instant with its offset
	 * @param to likewise, included
	 * @param zone where days begin
	 * @return the query
	 * @throws InvalidInput naming what cannot be read
	 */
	static EventQuery of(List<String> subjects, List<String> groups, @Nullable String by, @Nullable String action,
			@Nullable String from, @Nullable String to, ZoneId zone) {
		List<FieldError> errors = new ArrayList<>();
		Instant first = instant("from", from, zone, false, errors);
		Instant after = instant("to", to, zone, true, errors);
		if (!errors.isEmpty()) {
			throw new InvalidInput(BAD_REQUEST, errors);
		}
		return new EventQuery(subjects, groups, List.of(), by, action, first, after);
	}

	/** A day ends when the next begins; an instant ends a microsecond later. */
	private static @Nullable Instant instant(String field, @Nullable String text, ZoneId zone, boolean end,
			List<FieldError> errors) {
		if (text == null) {
			return null;
		}
		try {
			if (text.indexOf('T') < 0) {
				return LocalDate.parse(text).plusDays(end ? 1 : 0).atStartOfDay(zone).toInstant();
			}
			return OffsetDateTime.parse(text).toInstant().plus(end ? Duration.ofNanos(1000) : Duration.ZERO);
		}
		catch (DateTimeException ex) {
			errors.add(FieldError.of(field, "INVALID_MOMENT"));
			return null;
		}
	}

}
