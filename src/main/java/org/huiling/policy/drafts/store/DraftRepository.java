package org.huiling.policy.drafts.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** The drafts on file, with their files. */
public interface DraftRepository extends Repository<Draft, UUID> {

	/** Those that were given up are listed only when asked for. */
	String WANTED = """
			 from policy_draft
			where (cast(:jurisdiction as text) is null or coalesce(jurisdiction, standards_of) = :jurisdiction)
			and (cast(:factFile as text) is null or fact_file = :factFile)
			and (cast(:program as text) is null or program = :program)
			and (state = :state or (cast(:state as text) is null and state <> 'DISCARDED'))""";

	/** What of a draft stands in lists. */
	String ITEM = "select id, state, coalesce(jurisdiction, standards_of) as jurisdiction, program, version,"
			+ " effective_from, fact_file, standards_of is not null as standards, title_zh, title_en, based_on, author,"
			+ " changed_at";

	Optional<Draft> findById(UUID id);

	/** The draft, which nobody else changes until the transaction ends. */
	@Lock(LockMode.PESSIMISTIC_WRITE)
	Optional<Draft> findToChangeById(UUID id);

	/** Changes a draft that is on file; the database says when. */
	Draft save(Draft draft);

	/**
	 * One page of drafts, without their files.
	 * @param jurisdiction of this jurisdiction, null for all
	 * @param program of this program, null for all
	 * @param factFile of this fact file, null for all
	 * @param state in this state, null for all but those that were given up
	 * @return the last changed first
	 */
	@Query(ITEM + WANTED + " order by changed_at desc, id limit :size offset :offset")
	List<DraftView.Item> page(@Nullable String jurisdiction, @Nullable String program, @Nullable String factFile,
			@Nullable DraftState state, int size, long offset);

	/**
	 * Drafts that were neither published nor given up, without their files.
	 * @param facts whether those of fact files, or of policies
	 * @return the last changed first
	 */
	@Query("select id, state, jurisdiction, program, version, effective_from, fact_file, false as standards, title_zh,"
			+ " title_en, based_on, author, changed_at from policy_draft where standards_of is null and state not in ('PUBLISHED', 'DISCARDED')"
			+ " and (fact_file is not null) = :facts order by changed_at desc, id")
	List<DraftView.Item> open(boolean facts);

	/**
	 * Drafts that somebody had a hand in, without their files.
	 * @param state how far they have come
	 * @param failed only those whose last check found something to mend
	 * @return the last changed first
	 */
	@Query(ITEM + " from policy_draft where state = :state and :account = any(editors)"
			+ " and (not :failed or not check_ok) order by changed_at desc, id limit :most")
	List<DraftView.Item> written(DraftState state, boolean failed, String account, int most);

	/**
	 * Drafts that somebody had no hand in, without their files.
	 * @param state how far they have come
	 * @return the last changed first
	 */
	@Query(ITEM + " from policy_draft where state = :state and :account <> all(editors)"
			+ " order by changed_at desc, id limit :most")
	List<DraftView.Item> writtenByOthers(DraftState state, String account, int most);

	@Query("select count(*)" + WANTED)
	long count(@Nullable String jurisdiction, @Nullable String program, @Nullable String factFile,
			@Nullable DraftState state);

}
