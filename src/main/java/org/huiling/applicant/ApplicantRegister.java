package org.huiling.applicant;

import java.time.Instant;
import java.util.List;
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
	 * The people of whom any record names a region below a prefix, page by page, without
	 * id, name and payee. Meant for runs, which look at everybody, whoever started them.
	 * @param regionPrefix such as {@code 379901}
	 * @param knownAt from {@link org.huiling.storage.RecordedTime#settled()}, or earlier
	 * @param after the last id of the page before; null for the first page
	 * @param size how many at most
	 * @return in the order of ids
	 */
	Page below(String regionPrefix, Instant knownAt, @Nullable UUID after, int size);

	/**
	 * How many people on file have a record that names a region below a prefix.
	 * @param regionPrefix such as {@code 379901}
	 * @return merged and erased files not counted
	 */
	long countBelow(String regionPrefix);

	/**
	 * A page of people.
	 *
	 * @param people who were known then
	 * @param last the last id looked at, null at the end
	 */
	record Page(List<KnownApplicant> people, @Nullable UUID last) {

		public Page {
			people = List.copyOf(people);
		}

	}

}
