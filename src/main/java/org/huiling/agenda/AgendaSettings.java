package org.huiling.agenda;

import java.time.Duration;
import java.time.format.DateTimeParseException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 定期查看: how often it is looked what became due.
 *
 * @param every an ISO duration such as {@code PT1M}; {@code -} for never
 */
@ConfigurationProperties("huiling.agenda")
record AgendaSettings(@DefaultValue("PT1M") String every) {

	private static final String NEVER = "-";

	AgendaSettings {
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

	boolean isOn() {
		return !NEVER.equals(this.every);
	}

	Duration pause() {
		return Duration.parse(this.every);
	}

}
