package org.huiling.decision.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An objection as it is answered.
 *
 * @param id its id
 * @param date the day it was made
 * @param grounds why, null if not said
 * @param recordedAt when it was recorded
 * @param recordedBy by whom
 * @param outcome what became of it, null while it is open
 */
public record ObjectionView(UUID id, LocalDate date, @Nullable String grounds, Instant recordedAt, String recordedBy,
		Objection.@Nullable Conclusion outcome) {

	public static ObjectionView of(Objection objection) {
		return new ObjectionView(objection.id(), objection.date(), objection.grounds(), objection.recordedAt(),
				objection.recordedBy(), objection.conclusion());
	}

}
