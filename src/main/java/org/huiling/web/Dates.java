package org.huiling.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.springframework.stereotype.Component;

/**
 * Instants as pages show them: in the zone of the jurisdictions. The first ten characters
 * of an instant are the day in Greenwich, which in the morning is the day before.
 */
@Component
public class Dates {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final Clock clock;

	Dates(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The day of an instant.
	 * @param instant an instant
	 * @return such as {@code 2013-07-28}
	 */
	public String day(Instant instant) {
		return LocalDate.ofInstant(instant, this.clock.getZone()).toString();
	}

	/**
	 * Day and minute.
	 * @param instant an instant
	 * @return such as {@code 2013-07-28 07:30}
	 */
	public String minute(Instant instant) {
		return MINUTE.format(local(instant));
	}

	/**
	 * Day and second.
	 * @param instant an instant
	 * @return such as {@code 2013-07-28 07:30:15}
	 */
	public String second(Instant instant) {
		return SECOND.format(local(instant));
	}

	private LocalDateTime local(Instant instant) {
		return LocalDateTime.ofInstant(instant, this.clock.getZone());
	}

}
