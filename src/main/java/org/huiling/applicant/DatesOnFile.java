package org.huiling.applicant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * 档案上的日期: the days on people's files by which something becomes due. Answers whoever
 * asks; whoever shows somebody of it notes that in the audit trail. People are found by
 * indexes: what any record says of them, which may no longer hold.
 */
public interface DatesOnFile {

	/**
	 * Whose life check was passed long ago, and not since.
	 * @param regionPrefix below which a record of theirs lies
	 * @param last the last day that is long ago
	 * @return those of whom a record says so
	 */
	List<UUID> checkedUpTo(String regionPrefix, LocalDate last);

	/**
	 * Who was born in some days.
	 * @param regionPrefix as above
	 * @param first the first day
	 * @param last the last day
	 * @return those of whom a record says so
	 */
	List<UUID> born(String regionPrefix, LocalDate first, LocalDate last);

	/**
	 * Whose dibao or status ends in some days.
	 * @param regionPrefix as above
	 * @param first the first day
	 * @param last the last day
	 * @return those of whom a record says so
	 */
	List<UUID> ending(String regionPrefix, LocalDate first, LocalDate last);

	/**
	 * What their files say in the end.
	 * @param people their ids
	 * @return by id; without the dead, organisations, and files that were merged or
	 * erased
	 */
	Map<UUID, Dates> of(Collection<UUID> people);

	/**
	 * The days on a person's file.
	 *
	 * @param regions where they live and are registered
	 * @param birthDate null if it is not known
	 * @param lifeCheck the day on which they passed the last one; null if none is known
	 * @param endings of dibao and statuses which nothing of the same kind follows
	 */
	record Dates(Set<String> regions, @Nullable LocalDate birthDate, @Nullable LocalDate lifeCheck,
			List<Ending> endings) {

		public Dates {
			regions = Set.copyOf(regions);
			endings = List.copyOf(endings);
		}

		/** Without anything personal. */
		@Override
		public String toString() {
			return "dates";
		}

	}

	/**
	 * Something that ends.
	 *
	 * @param kind a code of statuses, or {@code DIBAO}
	 * @param to the last day
	 */
	record Ending(String kind, LocalDate to) {

		/** What dibao is called among statuses. */
		public static final String DIBAO = "DIBAO";

	}

}
