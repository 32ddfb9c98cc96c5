package org.huiling.projection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huiling.paging.Paging;
import org.huiling.projection.report.ProjectionState;
import org.huiling.projection.report.Vary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps projections and how far they are. */
@Repository
class ProjectionStore {

	private static final String PROJECTIONS = """
			select p.*, s.*, d.* from projection p cross join lateral (
				select coalesce(array_agg(d.draft order by d.number), '{}') as drafts,
					coalesce(array_agg(d.digest order by d.number), '{}') as digests
				from projection_draft d where d.projection = p.id) d cross join lateral (
				select coalesce(sum(s.last - s.first + 1 - s.gone) filter (where s.done), 0) as done,
					coalesce(sum(s.failed), 0) as failed, coalesce(sum(s.gone), 0) as gone
				from projection_slice s where s.projection = p.id) s""";

	private static final long MILLIS_BEHIND_A_RUN = 200;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ProjectionStore(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void add(Projection one) {
		this.jdbc
			.sql("insert into projection (id, jurisdiction, from_month, to_month, programs, applied_only, vary,"
					+ " reason, ordered_by, ordered_at, known_at, policies, state)"
					+ " values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, 'STARTING')")
			.param(one.id())
			.param(one.jurisdiction())
			.param(one.from().toString())
			.param(one.to().toString())
			.param((one.programs() != null) ? one.programs().toArray(String[]::new) : null)
			.param(one.appliedOnly())
			.param((one.vary() != null) ? this.json.writeValueAsString(one.vary()) : null)
			.param(one.reason())
			.param(one.orderedBy())
			.param(time(one.orderedAt()))
			.param(time(one.knownAt()))
			.param(one.policies())
			.update();
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	Optional<Projection> find(UUID id) {
		return this.jdbc.sql(PROJECTIONS + " where p.id = ?")
			.param(id)
			.query((row, number) -> projection(row))
			.optional();
	}

	/** The newest completed one of a draft whose files were as they are by a digest. */
	Optional<Projection> lastOf(UUID draft, String digest) {
		return this.jdbc.sql(PROJECTIONS + " where p.state = 'COMPLETED' and exists (select from projection_draft t"
				+ " where t.projection = p.id and t.draft = ? and t.digest = ?) order by p.ordered_at desc, p.id limit 1")
			.params(draft, digest)
			.query((row, number) -> projection(row))
			.optional();
	}

	/** One that nobody else begins until the transaction ends. */
	Optional<Projection> takeBeginning(UUID id) {
		return this.jdbc.sql("select id from projection where id = ? and state = 'STARTING' for update skip locked")
			.param(id)
			.query(UUID.class)
			.optional()
			.flatMap(this::find);
	}

	/** Those under way, the oldest first. */
	List<UUID> open() {
		return this.jdbc.sql("select id from projection where state in ('STARTING', 'RUNNING') order by ordered_at, id")
			.query(UUID.class)
			.list();
	}

	boolean isOpen(UUID id) {
		return this.jdbc.sql("select state in ('STARTING', 'RUNNING') from projection where id = ?")
			.param(id)
			.query(Boolean.class)
			.single();
	}

	/** Whether a run is at work: it goes first. */
	boolean isRunUnderWay() {
		return this.jdbc.sql("select exists (select from recalculation_under_way)").query(Boolean.class).single();
	}

	/** Waits while a run is at work; false if the caller is to end. */
	boolean letRunsPass() {
		try {
			while (isRunUnderWay()) {
				Thread.sleep(MILLIS_BEHIND_A_RUN);
			}
			return !Thread.currentThread().isInterrupted();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** The newest first. */
	List<Projection> page(List<String> jurisdictions, Paging paging) {
		return this.jdbc
			.sql(PROJECTIONS + " where p.jurisdiction = any(?) order by p.ordered_at desc, p.id desc limit ? offset ?")
			.params(jurisdictions.toArray(String[]::new), paging.size(), paging.offset())
			.query((row, number) -> projection(row))
			.list();
	}

	long count(List<String> jurisdictions) {
		return this.jdbc.sql("select count(*) from projection where jurisdiction = any(?)")
			.param(jurisdictions.toArray(String[]::new))
			.query(Long.class)
			.single();
	}

	/** From one of some states to another. @return false if it is in none of them */
	boolean move(UUID id, ProjectionState to, ProjectionState... from) {
		return this.jdbc
			.sql("update projection set state = ?, finished_at = case when ? then clock_timestamp() end, error = null"
					+ " where id = ? and state = any(?)")
			.params(to.name(), !to.isOpen(), id, Arrays.stream(from).map(Enum::name).toArray(String[]::new))
			.update() == 1;
	}

	void fail(UUID id, String error) {
		this.jdbc
			.sql("update projection set state = 'FAILED', finished_at = clock_timestamp(), error = ? where id = ?"
					+ " and state in ('STARTING', 'RUNNING')")
			.params(error, id)
			.update();
	}

	void resumed(UUID id, int done) {
		this.jdbc
			.sql("update projection set started_at = coalesce(started_at, clock_timestamp()),"
					+ " resumed_at = clock_timestamp(), done_when_resumed = ? where id = ?")
			.params(done, id)
			.update();
	}

	private Projection projection(ResultSet row) throws SQLException {
		Array programs = row.getArray("programs");
		return new Projection(row.getObject("id", UUID.class), row.getString("jurisdiction"),
				YearMonth.parse(row.getString("from_month")), YearMonth.parse(row.getString("to_month")),
				(programs != null) ? List.of((String[]) programs.getArray()) : null, row.getBoolean("applied_only"),
				vary(row), row.getString("reason"), row.getString("ordered_by"),
				row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
				row.getObject("known_at", OffsetDateTime.class).toInstant(), row.getInt("policies"), digests(row),
				progress(row));
	}

	private @Nullable Vary vary(ResultSet row) throws SQLException {
		String vary = row.getString("vary");
		return (vary != null) ? this.json.readValue(vary, Vary.class) : null;
	}

	private static Map<UUID, String> digests(ResultSet row) throws SQLException {
		UUID[] drafts = (UUID[]) row.getArray("drafts").getArray();
		String[] digests = (String[]) row.getArray("digests").getArray();
		Map<UUID, String> byDraft = new LinkedHashMap<>();
		for (int i = 0; i < drafts.length; i++) {
			byDraft.put(drafts[i], digests[i]);
		}
		return byDraft;
	}

	private static Projection.Progress progress(ResultSet row) throws SQLException {
		int total = row.getInt("total") - row.getInt("gone");
		return new Projection.Progress(ProjectionState.valueOf(row.getString("state")),
				(row.getObject("total") != null) ? total : null, row.getInt("done"), row.getInt("failed"),
				instant(row, "started_at"), instant(row, "resumed_at"), row.getInt("done_when_resumed"),
				instant(row, "finished_at"), row.getString("error"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
