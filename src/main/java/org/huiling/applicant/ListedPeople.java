package org.huiling.applicant;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * People as they stand in lists of those who may see them. Whoever reads it makes sure
 * that they may, and notes it in the audit trail.
 */
public interface ListedPeople {

	/**
	 * Some people as they are known today, whoever asks.
	 * @param ids their ids
	 * @return by id; without those who are erased
	 */
	Map<UUID, Listed> listed(Collection<UUID> ids);

	/**
	 * A person in a list.
	 *
	 * @param fileNumber of their file, which tells people apart
	 * @param residentId masked, such as {@code 379901************}; null if they have
	 * none
	 * @param name null if it is not known
	 * @param region where they live, or else are registered; null if neither is known
	 */
	record Listed(String fileNumber, @Nullable String residentId, @Nullable String name, @Nullable String region) {

		/** Without what is known. */
		@Override
		public String toString() {
			return "person " + this.fileNumber;
		}

	}

}
