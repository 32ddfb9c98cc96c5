package org.huiling.policy.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.huiling.engine.Bilingual;
import org.huiling.engine.PolicyFiles;
import org.huiling.paging.Paging;
import org.huiling.policy.drafts.Draft.Checked;
import org.huiling.policy.drafts.Draft.Hands;
import org.huiling.policy.drafts.Draft.Target;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps drafts and their files. */
@Repository
class DraftStore {

	private final JdbcClient jdbc;

	DraftStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Draft> find(UUID id) {
		return this.jdbc.sql("select * from policy_draft where id = ?").param(id).query(DraftStore::draft).optional();
	}

	/** The draft, which nobody else changes until the transaction ends. */
	Optional<Draft> lock(UUID id) {
		return this.jdbc.sql("select * from policy_draft where id = ? for update")
			.param(id)
			.query(DraftStore::draft)
			.optional();
	}

	/**
	 * One page of drafts.
	 * @param wanted which ones
	 * @param paging which page
	 * @return the last changed first
	 */
	List<Draft> page(DraftQuery wanted, Paging paging) {
		return wanted
			.bound(this.jdbc.sql("select * from policy_draft " + DraftQuery.WHERE
					+ " order by changed_at desc, id limit :size offset :offset"))
			.param("size", paging.size())
			.param("offset", paging.offset())
			.query(DraftStore::draft)
			.list();
	}

	long count(DraftQuery wanted) {
		return wanted.bound(this.jdbc.sql("select count(*) from policy_draft " + DraftQuery.WHERE))
			.query(Long.class)
			.single();
	}

	void insert(Draft draft) {
		Target target = draft.target();
		this.jdbc.sql("""
				insert into policy_draft (id, revision, jurisdiction, program, version, effective_from, title_zh,
					title_en, based_on, state, author, editors)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.param(draft.id())
			.param(draft.revision())
			.param(target.jurisdiction())
			.param(target.program())
			.param(target.version())
			.param(target.effectiveFrom())
			.param(target.title().zh())
			.param(target.title().en())
			.param(target.basedOn())
			.param(draft.state().name())
			.param(draft.author())
			.param(array(draft.editors()))
			.update();
	}

	void update(Draft draft) {
		Checked checked = draft.checked();
		Hands hands = draft.hands();
		this.jdbc.sql("""
				update policy_draft set revision = ?, version = ?, state = ?, editors = ?, checked_digest = ?,
					check_ok = ?, check_report = ?, submitted_by = ?, approved_by = ?, rejected_by = ?, reason = ?,
					changed_at = clock_timestamp()
				where id = ?""")
			.param(draft.revision())
			.param(draft.target().version())
			.param(draft.state().name())
			.param(array(draft.editors()))
			.param((checked != null) ? checked.digest() : null)
			.param((checked != null) ? checked.ok() : null)
			.param((checked != null) ? checked.report() : null)
			.param(hands.submittedBy())
			.param(hands.approvedBy())
			.param(hands.rejectedBy())
			.param(hands.reason())
			.param(draft.id())
			.update();
	}

	/** The files of a draft, as a version of the name it would be published under. */
	PolicyFiles files(Draft draft) {
		Map<String, byte[]> files = new TreeMap<>();
		this.jdbc.sql("select path, content from policy_draft_file where draft = ?").param(draft.id()).query((row) -> {
			files.put(row.getString("path"), row.getBytes("content"));
		});
		Target target = draft.target();
		return new PolicyFiles(target.jurisdiction(), target.program(), target.version(), files);
	}

	void put(UUID draft, String path, byte[] content) {
		this.jdbc.sql("""
				insert into policy_draft_file (draft, path, content) values (?, ?, ?)
				on conflict (draft, path) do update set content = excluded.content""")
			.params(draft, path, content)
			.update();
	}

	boolean delete(UUID draft, String path) {
		return this.jdbc.sql("delete from policy_draft_file where draft = ? and path = ?")
			.params(draft, path)
			.update() == 1;
	}

	private static SqlParameterValue array(SortedSet<String> texts) {
		return new SqlParameterValue(Types.ARRAY, texts.toArray(String[]::new));
	}

	private static Draft draft(ResultSet row, int number) throws SQLException {
		Target target = new Target(row.getString("jurisdiction"), row.getString("program"), row.getString("version"),
				row.getObject("effective_from", LocalDate.class),
				new Bilingual(row.getString("title_zh"), row.getString("title_en")), row.getString("based_on"));
		Hands hands = new Hands(row.getString("submitted_by"), row.getString("approved_by"),
				row.getString("rejected_by"), row.getString("reason"));
		SortedSet<String> editors = new TreeSet<>(Arrays.asList((String[]) row.getArray("editors").getArray()));
		return new Draft(row.getObject("id", UUID.class), row.getInt("revision"), target,
				DraftState.valueOf(row.getString("state")), row.getString("author"), editors,
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getObject("changed_at", OffsetDateTime.class).toInstant(), checked(row), hands);
	}

	private static @Nullable Checked checked(ResultSet row) throws SQLException {
		String digest = row.getString("checked_digest");
		return (digest != null) ? new Checked(digest, row.getBoolean("check_ok"), row.getString("check_report")) : null;
	}

}
