package org.huiling.agenda;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 定期查看: how often it is looked what became due, and how long somebody has for it.
 *
 * @param every an ISO duration such as {@code PT1M}; {@code -} for never
 * @param noticeWorkingDays in how many working days a notice is handed over; 5 as by the
 * published calendar of Shenzhen's old-age allowance (停发变更 5 个工作日内告知)
 * @param objectionDays in how many days an objection is answered; 60 as by the
 * Administrative Reconsideration Law (行政复议法 2023, article 62)
 * @param holidays a file instead of the one that comes with the program; null for that
 */
@ConfigurationProperties("huiling.agenda")
record AgendaSettings(@DefaultValue("PT1M") String every, @DefaultValue("5") int noticeWorkingDays,
		@DefaultValue("60") int objectionDays, @Nullable Path holidays) {

	private static final String NEVER = "-";

	AgendaSettings {
		requireDays("notice-working-days", noticeWorkingDays);
		requireDays("objection-days", objectionDays);
		if (!NEVER.equals(every)) {
			try {
				if (Duration.parse(every).compareTo(Duration.ofSeconds(1)) < 0) {
					throw new IllegalArgumentException("huiling.agenda.every is a second at least");
				}
			}
			catch (DateTimeParseException ex) {
				throw new IllegalArgumentException("huiling.agenda.every is a duration such as PT1M, or -", ex);
			}
		}
	}

	/** The days of a person's waiting are at least one. */
	private static void requireDays(String setting, int days) {
		if (days < 1) {
			throw new IllegalArgumentException("huiling.agenda." + setting + " is at least 1");
		}
	}

	boolean isOn() {
		return !NEVER.equals(this.every);
	}

	Duration pause() {
		return Duration.parse(this.every);
	}

}
