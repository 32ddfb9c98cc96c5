package org.huiling.applicant.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.facts.CivilTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * 生存认证: the last one that somebody has passed. A day that was still to come when it was
 * looked at is no check passed (it could be recorded before fact files said that it
 * cannot), and hides none before it.
 */
final class LastLifeCheck {

	private LastLifeCheck() {
	}

	/**
	 * The day it was passed on.
	 * @param history of the person
	 * @param day on which records are read
	 * @param knownAt when it is looked at
	 * @return null if none is known
	 */
	static @Nullable LocalDate of(History history, LocalDate day, Instant knownAt) {
		LocalDate today = LocalDate.ofInstant(knownAt, CivilTime.ZONE);
		LocalDate last = null;
		for (StoredRecord record : history.counting()) {
			if (record.validFrom().isAfter(day)) {
				break;
			}
			JsonNode told = record.facts().get("lifeCheck");
			if (told != null) {
				LocalDate passed = passed(told.path("lastPassed"));
				last = (passed == null || !passed.isAfter(today)) ? passed : last;
			}
		}
		return last;
	}

	/** What cannot be read is unknown. */
	private static @Nullable LocalDate passed(JsonNode told) {
		try {
			return told.isString() ? LocalDate.parse(told.stringValue()) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
