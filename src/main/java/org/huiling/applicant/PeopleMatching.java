package org.huiling.applicant;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * 人员比对: who on file the people of an outside list are. Whoever shows what is found makes
 * sure that the reader may see it, and notes it in the audit trail.
 */
public interface PeopleMatching {

	/**
	 * Finds people: by resident id where one is said, else by the whole name, and the
	 * birth date where that is said.
	 * @param wanted people of a list
	 * @param regionPrefix only files of which any record names a region below it
	 * @return for each of the list, in its order, those who may be meant; without files
	 * that ended
	 */
	List<List<Candidate>> match(List<Wanted> wanted, String regionPrefix);

	/**
	 * Somebody on a list.
	 *
	 * @param residentId normalised, null if none is said
	 * @param name null if none is said
	 * @param birthDate null if none is said
	 */
	record Wanted(@Nullable String residentId, @Nullable String name, @Nullable LocalDate birthDate) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return "somebody wanted";
		}

	}

	/**
	 * Somebody on file who may be meant.
	 *
	 * @param id of their file
	 * @param certain whether id and name agree, as far as both are said
	 * @param deathDate as it is known, null if none is
	 */
	record Candidate(UUID id, boolean certain, @Nullable LocalDate deathDate) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return "candidate " + this.id;
		}

	}

}
