package org.huiling.applicant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** 公示的人: people as a list that everybody reads may name them, whoever asks. */
public interface PublishedPeople {

	/**
	 * Some people as they may be named in public. Whoever reads it notes it in the audit
	 * trail.
	 * @param ids their ids
	 * @param day the day whose facts count
	 * @return by id; without those who are erased
	 */
	Map<UUID, Published> published(Collection<UUID> ids, LocalDate day);

	/**
	 * A person in public.
	 *
	 * @param name the surname and one star for whatever follows, such as {@code 张*}; of
	 * an organisation the whole; null if no name is known
	 * @param region where they live, or else are registered, or where the organisation
	 * is; null if none is known
	 */
	record Published(@Nullable String name, @Nullable String region) {

		/** Without what is known. */
		@Override
		public String toString() {
			return "person";
		}

	}

}
