package org.huiling.applicant.register.store;

import java.time.Instant;
import java.util.UUID;

import org.huiling.applicant.identity.FileNumber;
import org.jspecify.annotations.Nullable;

/**
 * A person on file.
 *
 * @param id the id
 * @param fileNumber the file's
 * @param revision how many records there are
 * @param mergedInto the file that goes on, if this was a second one of the same person
 * @param mergedAt when
 * @param erasedAt when everything about the person was erased
 */
public record PersonRow(UUID id, FileNumber fileNumber, int revision, @Nullable UUID mergedInto,
		@Nullable Instant mergedAt, @Nullable Instant erasedAt) {

	/** The same with more records. */
	public PersonRow grown(int records) {
		return new PersonRow(this.id, this.fileNumber, this.revision + records, null, null, null);
	}

	public String etag() {
		return "\"" + this.revision + "\"";
	}

}
