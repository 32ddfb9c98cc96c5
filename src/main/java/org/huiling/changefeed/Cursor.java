package org.huiling.changefeed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has read: up to a decision, and up to an event of the audit trail.
 * Each of the two is in the order of commits for itself, so nothing can come in before
 * what was read, whoever else was writing.
 *
 * @param micros when the last decision was recorded, in microseconds of the epoch
 * @param decision its id
 * @param event the number of the last event
 */
record Cursor(long micros, UUID decision, long event) {

	static final Cursor START = new Cursor(0, new UUID(0, 0), 0);

	private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})_([0-9a-f-]{36})_([0-9]{1,18})");

	private static final int BAD_REQUEST = 400;

	/**
	 * Reads a cursor that was answered before.
	 * @throws InvalidInput 400 {@code INVALID_CURSOR}
	 */
	static Cursor of(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return START;
		}
		Matcher parts = TEXT.matcher(text);
		try {
			if (parts.matches()) {
				return new Cursor(Long.parseLong(parts.group(1)), UUID.fromString(parts.group(2)),
						Long.parseLong(parts.group(3)));
			}
		}
		catch (IllegalArgumentException ex) {
			// told below
		}
		throw new InvalidInput(BAD_REQUEST, List.of(FieldError.of("after", "INVALID_CURSOR")));
	}

	Instant time() {
		return Instant.EPOCH.plus(this.micros, ChronoUnit.MICROS);
	}

	Cursor afterDecision(Instant at, UUID id) {
		return new Cursor(ChronoUnit.MICROS.between(Instant.EPOCH, at), id, this.event);
	}

	Cursor afterEvent(long id) {
		return new Cursor(this.micros, this.decision, id);
	}

	@Override
	public String toString() {
		return this.micros + "_" + this.decision + "_" + this.event;
	}

}
