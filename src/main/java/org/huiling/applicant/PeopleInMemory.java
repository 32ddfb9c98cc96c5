package org.huiling.applicant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.huiling.applicant.ApplicantRegister.KnownPeople;
import org.jspecify.annotations.Nullable;

/**
 * 常驻人口: the people of jurisdictions kept in memory for those who assess everybody again
 * and again. What is told from memory is what the register tells of the same instant; who
 * is not in memory is read from the register.
 */
public interface PeopleInMemory {

	/**
	 * The people of a region, for somebody who will ask for many of them. What was
	 * recorded up to the instant and not taken in yet is read now; who is asked for is
	 * kept.
	 * @param regionPrefix of the jurisdiction
	 * @param knownAt up to when what was recorded counts: a settled instant, or an
	 * earlier one
	 * @return the people
	 */
	People of(String regionPrefix, Instant knownAt);

	/**
	 * Forgets whoever was erased by anybody, and those whom nobody asked for in hours.
	 * Reads nobody.
	 */
	void forget();

	/**
	 * Takes in what was recorded of the people who are in memory.
	 * @param settled up to when: a settled instant
	 */
	void tend(Instant settled);

	/** People as they were known at an instant. */
	interface People {

		/**
		 * Some of them, as {@link ApplicantRegister#known} tells them.
		 * @param ids their ids
		 * @return those who were known then
		 */
		KnownPeople known(Collection<UUID> ids);

		/**
		 * Whether everybody is in memory with a record that names the region.
		 * @return false if memory is short, or not everybody was read yet
		 */
		boolean isWhole();

		/** Says that everybody was asked for. */
		void completed();

		/**
		 * Asks for everybody, part by part, while nobody takes in what is recorded.
		 * @param <T> what is asked for
		 * @param question asks; on any threads
		 * @return the answer
		 */
		<T> T still(Supplier<T> question);

		/**
		 * How many parts there are.
		 * @return people are divided among them
		 */
		int parts();

		/**
		 * Everybody of a part, asked for within {@link #still}; whose file had ended then
		 * are not among them.
		 * @param part its number
		 * @return null once not everybody is in memory any more, or what was recorded
		 * after the instant was taken in
		 */
		@Nullable List<KnownApplicant> part(int part);

	}

}
