package org.huiling.policy.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.comparison.FileDiff;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The changes of a draft's files, each of which can be undone. */
@Component
public class DraftChanges {

	private final JdbcClient jdbc;

	private final Clock clock;

	DraftChanges(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What became of a file. */
	public enum Kind {

		/** There was no such file. */
		ADDED,

		/** It says something else. */
		CHANGED,

		/** It is gone. */
		DELETED

	}

	/**
	 * A change.
	 *
	 * @param id its number
	 * @param path of the file
	 * @param kind what became of it
	 * @param by who changed it
	 * @param at when
	 * @param diff what differs, in unified form; null for a file that is no text
	 */
	public record Change(long id, String path, Kind kind, String by, Instant at, @Nullable String diff) {
	}

	/**
	 * What a file was before a change.
	 *
	 * @param path of the file
	 * @param content its bytes; null where there was no such file
	 */
	@SuppressWarnings("ArrayRecordComponent") // handed on once
	public record Before(String path, byte @Nullable [] content) {
	}

	/**
	 * The changes of a draft.
	 * @param draft its id
	 * @param paging which page
	 * @return the newest first
	 */
	@Transactional(readOnly = true)
	public Listing<Change> page(UUID draft, Paging paging) {
		long total = this.jdbc.sql("select count(*) from policy_draft_change where draft = ?")
			.param(draft)
			.query(Long.class)
			.single();
		return Listing
			.of(this.jdbc.sql("select * from policy_draft_change where draft = ? order by id desc limit ? offset ?")
				.params(draft, paging.size(), paging.offset())
				.query((row, number) -> change(row))
				.list(), paging, total);
	}

	/**
	 * What a file was before a change.
	 * @param draft the draft's id
	 * @param id the change's number
	 * @return the file
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND} if the draft has no such change
	 */
	@Transactional(readOnly = true)
	public Before before(UUID draft, long id) {
		return this.jdbc.sql("select path, before from policy_draft_change where draft = ? and id = ?")
			.params(draft, id)
			.query((row, number) -> new Before(row.getString("path"), row.getBytes("before")))
			.optional()
			.orElseThrow(() -> Refusal.notFound("DRAFT_NOT_FOUND"));
	}

	/**
	 * Notes a change, in the transaction that makes it; nothing is noted of what stays.
	 */
	void note(UUID draft, String path, byte @Nullable [] before, byte @Nullable [] after, String by) {
		if (!Arrays.equals(before, after)) {
			this.jdbc.sql("""
					insert into policy_draft_change (draft, path, before, after, changed_by, at)
					values (:draft, :path, :before, :after, :by, :at)""")
				.param("draft", draft)
				.param("path", path)
				.param("before", before)
				.param("after", after)
				.param("by", by)
				.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
				.update();
		}
	}

	private static Change change(ResultSet row) throws SQLException {
		byte[] before = row.getBytes("before");
		byte[] after = row.getBytes("after");
		String path = row.getString("path");
		Kind kind = (before == null) ? Kind.ADDED : (after == null) ? Kind.DELETED : Kind.CHANGED;
		String diff = FileDiff.between(files(path, before), files(path, after))
			.stream()
			.findFirst()
			.map(FileDiff::diff)
			.orElse(null);
		return new Change(row.getLong("id"), path, kind, row.getString("changed_by"),
				row.getObject("at", OffsetDateTime.class).toInstant(), diff);
	}

	private static PolicyFiles files(String path, byte @Nullable [] content) {
		return new PolicyFiles("", "", "", (content != null) ? Map.of(path, content) : Map.of());
	}

}
