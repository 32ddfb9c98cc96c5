package org.huiling.applicant.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A record of a person's file, as answered.
 *
 * @param id its id
 * @param validFrom from which day it holds
 * @param recordedAt since when it is known
 * @param recordedBy the account
 * @param facts what it says, with numbers masked
 * @param reason in the words of who recorded it, null if not said
 * @param corrects the record that it says was wrong
 * @param correctedBy the record that says that it was wrong
 * @param warnings what is odd about it, once it is recorded; null in lists
 */
public record RecordAnswer(UUID id, LocalDate validFrom, Instant recordedAt, String recordedBy, ApplicantDocument facts,
		@Nullable String reason, @Nullable UUID corrects, @Nullable UUID correctedBy,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<WarningAnswer> warnings) {

	/** Without anything personal. */
	@Override
	public String toString() {
		return "RecordAnswer " + this.id;
	}

}
