package org.huiling.recalculation.run;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.recalculation.run.Run.Progress;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs and how far they are. */
@Repository
public class RunStore {

	private static final String RUNS = """
			select r.*, p.* from recalculation r cross join lateral (
				select coalesce(sum(s.last - s.first + 1) filter (where s.done), 0) as done,
					coalesce(sum(s.failed), 0) as failed, coalesce(sum(s.undecided), 0) as undecided,
					coalesce(sum(s.changed), 0) as changed
				from recalculation_slice s where s.run = r.id) p""";

	private final JdbcClient jdbc;

	RunStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Orders are made one after the other: each sees those before it. */
	public void lockOrders() {
		this.jdbc.sql("select pg_advisory_xact_lock(379901, 50)").query().singleRow();
	}

	public void insert(Run run, Map<String, Integer> policies) {
		this.jdbc
			.sql("insert into recalculation (id, mode, jurisdictions, programs, from_month, to_month, current_month,"
					+ " touched_since, reason, ordered_by, ordered_at, known_at, state, withdrawn_program, withdrawn_version)"
					+ " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.param(run.id())
			.param(run.mode().name())
			.param(run.jurisdictions().toArray(String[]::new))
			.param((run.programs() != null) ? run.programs().toArray(String[]::new) : null)
			.param(run.from().toString())
			.param(run.to().toString())
			.param(run.current().toString())
			.param(time(run.touchedSince()))
			.param(run.reason())
			.param(run.orderedBy())
			.param(time(run.orderedAt()))
			.param(time(run.knownAt()))
			.param(run.state().name())
			.param((run.withdrawn() != null) ? run.withdrawn().program() : null)
			.param((run.withdrawn() != null) ? run.withdrawn().version() : null)
			.update();
		policies.forEach((jurisdiction, number) -> this.jdbc
			.sql("insert into recalculation_policies (run, jurisdiction, policies) values (?, ?, ?)")
			.params(run.id(), jurisdiction, number)
			.update());
	}

	/** The numbers of the policies a run looks at, by jurisdiction. */
	Map<String, Integer> policies(UUID run) {
		Map<String, Integer> policies = new TreeMap<>();
		this.jdbc.sql("select jurisdiction, policies from recalculation_policies where run = ?")
			.param(run)
			.query((row) -> {
				policies.put(row.getString("jurisdiction"), row.getInt("policies"));
			});
		return policies;
	}

	public Optional<Run> find(UUID id) {
		return this.jdbc.sql(RUNS + " where r.id = ?").param(id).query(RunStore::run).optional();
	}

	public Run require(UUID id) {
		return find(id).orElseThrow(() -> new IllegalStateException("there is no run " + id));
	}

	/** Runs that are under way, or were when their service ended. */
	public List<Run> open() {
		return this.jdbc.sql(RUNS + " where r.state in ('STARTING', 'RUNNING', 'STOPPING') order by r.ordered_at")
			.query(RunStore::run)
			.list();
	}

	/** Completed runs that knew more than another one. */
	public List<Run> completedAfter(Instant knownAt) {
		return this.jdbc
			.sql(RUNS + " where r.mode = 'COMMIT' and r.known_at > ? and"
					+ " (r.state = 'COMPLETED' or p.done > 0) order by r.known_at")
			.param(time(knownAt))
			.query(RunStore::run)
			.list();
	}

	/** The newest first. */
	public List<Run> all() {
		return this.jdbc.sql(RUNS + " order by r.ordered_at desc, r.id").query(RunStore::run).list();
	}

	/** From one of some states to another. @return false if it is in none of them */
	public boolean move(UUID id, RunState to, RunState... from) {
		return this.jdbc
			.sql("update recalculation set state = ?, finished_at = case when ? then now() end,"
					+ " error = case when ? = 'FAILED' then error end where id = ? and state = any(?)")
			.params(to.name(), !to.isOpen(), to.name(), id, Arrays.stream(from).map(Enum::name).toArray(String[]::new))
			.update() == 1;
	}

	/** Adds the sums of all slices up, so that a report need not. */
	void sumUp(UUID id) {
		this.jdbc.sql("""
				with gone as (delete from recalculation_tally where run = ? returning *)
				insert into recalculation_tally (run, jurisdiction, slice, program, region, ages, before_outcome,
					after_outcome, periods, paid_before, paid_after)
				select run, jurisdiction, 0, program, region, ages, before_outcome, after_outcome, sum(periods),
					sum(paid_before), sum(paid_after)
				from gone group by 1, 2, 4, 5, 6, 7, 8""").param(id).update();
	}

	void fail(UUID id, String error) {
		this.jdbc.sql("update recalculation set state = 'FAILED', finished_at = now(), error = ? where id = ?")
			.params(error, id)
			.update();
	}

	void resumed(UUID id, long done) {
		this.jdbc
			.sql("update recalculation set started_at = coalesce(started_at, now()), resumed_at = now(),"
					+ " done_when_resumed = ? where id = ?")
			.params(done, id)
			.update();
	}

	boolean isAskedToStop(UUID id) {
		return this.jdbc.sql("select state = 'STOPPING' from recalculation where id = ?")
			.param(id)
			.query(Boolean.class)
			.single();
	}

	private static Run run(ResultSet row, int number) throws SQLException {
		long total = row.getLong("total");
		return new Run(row.getObject("id", UUID.class), RunMode.valueOf(row.getString("mode")),
				texts(row.getArray("jurisdictions")), textsOrNull(row.getArray("programs")),
				YearMonth.parse(row.getString("from_month")), YearMonth.parse(row.getString("to_month")),
				YearMonth.parse(row.getString("current_month")), instant(row, "touched_since"), withdrawn(row),
				row.getString("reason"), row.getString("ordered_by"), required(row, "ordered_at"),
				required(row, "known_at"), RunState.valueOf(row.getString("state")),
				(row.getObject("total") != null) ? total : null, instant(row, "started_at"), instant(row, "resumed_at"),
				row.getLong("done_when_resumed"), instant(row, "finished_at"), row.getString("error"), new Progress(
						row.getLong("done"), row.getLong("failed"), row.getLong("undecided"), row.getLong("changed")));
	}

	private static @Nullable WithdrawnVersion withdrawn(ResultSet row) throws SQLException {
		String version = row.getString("withdrawn_version");
		return (version != null) ? new WithdrawnVersion(texts(row.getArray("jurisdictions")).get(0),
				row.getString("withdrawn_program"), version) : null;
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	private static @Nullable List<String> textsOrNull(@Nullable Array array) throws SQLException {
		return (array != null) ? texts(array) : null;
	}

	private static Instant required(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
