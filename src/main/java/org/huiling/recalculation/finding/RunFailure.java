package org.huiling.recalculation.finding;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who could not be reviewed, as it is answered.
 *
 * @param applicantId the person
 * @param fileNumber of the person's file, null if it was erased
 * @param jurisdiction whose policies
 * @param reason what is broken
 */
public record RunFailure(UUID applicantId, @Nullable String fileNumber, String jurisdiction, String reason) {

	RunFailure of(@Nullable String number) {
		return new RunFailure(this.applicantId, number, this.jurisdiction, this.reason);
	}

}
