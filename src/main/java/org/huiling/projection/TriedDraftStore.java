package org.huiling.projection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.policy.drafts.trial.TriedDraft;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the drafts of projections as they were when these were ordered. */
@Repository
class TriedDraftStore {

	private final JdbcClient jdbc;

	TriedDraftStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(UUID projection, List<TriedDraft> drafts) {
		for (int i = 0; i < drafts.size(); i++) {
			TriedDraft draft = drafts.get(i);
			this.jdbc
				.sql("insert into projection_draft (projection, draft, number, digest, jurisdiction, program, version)"
						+ " values (?, ?, ?, ?, ?, ?, ?)")
				.param(projection)
				.param(draft.id())
				.param(i)
				.param(draft.digest())
				.param(draft.jurisdiction())
				.param(draft.program())
				.param(draft.version())
				.update();
			draft.files()
				.forEach((path, content) -> this.jdbc
					.sql("insert into projection_draft_file (projection, draft, path, content) values (?, ?, ?, ?)")
					.params(projection, draft.id(), path, content)
					.update());
		}
	}

	/** In the order in which they were named. */
	List<TriedDraft> of(UUID projection) {
		return this.jdbc.sql("select * from projection_draft where projection = ? order by number")
			.param(projection)
			.query((row, number) -> {
				UUID draft = row.getObject("draft", UUID.class);
				return new TriedDraft(draft, row.getString("digest"), row.getString("jurisdiction"),
						row.getString("program"), row.getString("version"), files(projection, draft));
			})
			.list();
	}

	private Map<String, byte[]> files(UUID projection, UUID draft) {
		Map<String, byte[]> files = new TreeMap<>();
		this.jdbc.sql("select path, content from projection_draft_file where projection = ? and draft = ?")
			.params(projection, draft)
			.query((row) -> {
				files.put(row.getString("path"), row.getBytes("content"));
			});
		return files;
	}

}
