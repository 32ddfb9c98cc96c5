package org.huiling.applicant.register.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was learnt about a person at one instant.
 *
 * @param id the record's id
 * @param validFrom the day from which it holds
 * @param recordedAt when the service learnt it
 * @param recordedBy the account
 * @param reason in the words of who recorded it
 * @param corrects the record that was wrong
 * @param facts the fields given; null for what is unknown. Without what identifies the
 * person if that was not asked for
 */
public record StoredRecord(UUID id, LocalDate validFrom, Instant recordedAt, String recordedBy, @Nullable String reason,
		@Nullable UUID corrects, ObjectNode facts) {

	StoredRecord with(ObjectNode others) {
		return new StoredRecord(this.id, this.validFrom, this.recordedAt, this.recordedBy, this.reason, this.corrects,
				others);
	}

}
