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
	 * birth date where that is said. Whose resident id is nobody's is looked for by name
	 * and birth date among those whose resident id is not known.
	 * @param wanted people of a list
	 * @param regionPrefix only files of which any record names a region below it
	 * @return for each of the list, in its order, those who may be meant; without files
	 * that ended
	 */
	List<List<Candidate>> match(List<Wanted> wanted, String regionPrefix);

	/**
	 * A mark by which somebody on a list is known again, on file or not.
	 * @param wanted the person
	 * @return a keyed hash, which tells nobody who it is; null if neither id nor name
	 * with birth date is said
	 */
	@Nullable String mark(Wanted wanted);

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
	 * Somebody on file who may be meant, as they are known last.
	 *
	 * @param id of their file
	 * @param certain whether they were found by id, and the name agrees as far as both
	 * are said
	 * @param byId whether they were found by id
	 * @param birthDate null if none is known
	 * @param deathDate null if none is known
	 * @param hukou where they are registered
	 * @param residence where they live
	 */
	record Candidate(UUID id, boolean certain, boolean byId, @Nullable LocalDate birthDate,
			@Nullable LocalDate deathDate, Place hukou, Place residence) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return "candidate " + this.id;
		}

	}

	/**
	 * A region on file.
	 *
	 * @param region null if none is known
	 * @param said from which day on the last record that names or forgets one holds; null
	 * if none does
	 */
	record Place(@Nullable String region, @Nullable LocalDate said) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return "place";
		}

	}

}
