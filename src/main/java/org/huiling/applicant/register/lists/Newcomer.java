package org.huiling.applicant.register.lists;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A person of an import, ready to be written.
 *
 * @param line the line of the file
 * @param id the person's new id
 * @param record the id of the first record
 * @param subject a person or an organisation
 * @param hashes by which they are found
 * @param validFrom the day from which the record holds
 * @param facts without what identifies, JSON
 * @param identity what identifies, sealed
 * @param regions under which they are kept
 */
@SuppressWarnings("ArrayRecordComponent")
public record Newcomer(long line, UUID id, UUID record, Subject subject, PersonHashes.Hashes hashes,
		LocalDate validFrom, byte[] facts, byte @Nullable [] identity, Collection<String> regions) {

	/**
	 * The hash of the resident id.
	 * @return null if the id is unknown
	 */
	public byte @Nullable [] residentHash() {
		return this.hashes.resident();
	}

	/**
	 * The hash of name and birth date.
	 * @return null if the name is unknown
	 */
	public byte @Nullable [] personHash() {
		return this.hashes.person();
	}

}
