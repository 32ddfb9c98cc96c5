package org.huiling.applicant;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** 申请人档案: the people on file, for those who assess and pay them. */
public interface ApplicantRegister {

	/**
	 * A person whom the current user may see, with id, name and payee. Whoever reads it
	 * notes it in the audit trail, with the person's id.
	 * @param id the person's id
	 * @param knownAt up to when what was recorded counts; null for now
	 * @return what was known
	 * @throws org.huiling.problem.Refusal 404 if they are not on file, were not known
	 * then, or lie outside of the user's regions; 410 if their file was merged or erased
	 */
	KnownApplicant find(UUID id, @Nullable Instant knownAt);

	/**
	 * The condition of a query that a person lies below the current user's regions, for
	 * tables of others that name people.
	 * @param column the column with the person's id, such as {@code d.applicant}
	 * @return SQL without parameters
	 */
	String visible(String column);

	/**
	 * The files that are one person's.
	 * @param id the person's id, also if their file was merged or erased
	 * @return the id, and those of files merged into it, as far as the current user may
	 * see them
	 * @throws org.huiling.problem.Refusal 404 if the user may not see the first, or there
	 * is none
	 */
	Set<UUID> files(UUID id);

	/**
	 * Some people, without id, name and payee. Meant for runs, whoever started them.
	 * @param ids their ids
	 * @param knownAt from {@link org.huiling.storage.RecordedTime#settled()}, or earlier
	 * @return those who were known then
	 */
	KnownPeople known(Collection<UUID> ids, Instant knownAt);

	/**
	 * Some people as they may be shown to anybody who may see the people, whoever asks.
	 * @param ids their ids
	 * @return by id; also those whose file was merged or erased
	 */
	Map<UUID, ShownPerson> shown(Collection<UUID> ids);

	/**
	 * The file of a number, whoever asks.
	 * @param text a file number as somebody typed it
	 * @return the person's id; nothing if it is no file number, or no file has it
	 */
	Optional<UUID> numbered(String text);

	/**
	 * What of a person stands in lists.
	 *
	 * @param fileNumber of their file, which tells people apart
	 * @param residentId masked, such as {@code 379901************}; null if they have
	 * none
	 */
	record ShownPerson(String fileNumber, @Nullable String residentId) {
	}

	/**
	 * What was known of some people.
	 *
	 * @param people by id
	 * @param broken whose facts cannot be read any more, with the fields at fault
	 * @param ended whose file ended, with {@code MERGED} or {@code ERASED}
	 */
	record KnownPeople(Map<UUID, KnownApplicant> people, Map<UUID, String> broken, Map<UUID, String> ended) {

		public KnownPeople {
			people = Map.copyOf(people);
			broken = Map.copyOf(broken);
			ended = Map.copyOf(ended);
		}

	}

	/**
	 * Whether any record tells a fact, whatever it says of it. What is sealed counts as
	 * told as soon as anybody is on file.
	 * @param path of a fact, group or list, such as {@code household.size} or
	 * {@code claims[].date}
	 * @return true if one does
	 */
	boolean isRecorded(String path);

	/**
	 * How many people on file have a record that names a region below a prefix.
	 * @param regionPrefix such as {@code 379901}
	 * @return merged and erased files not counted
	 */
	long countBelow(String regionPrefix);

}
