package org.huiling.crosscheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.huiling.paging.Paging;
import org.huiling.protection.Seal;
import org.huiling.protection.SealedRows;
import org.huiling.storage.BinaryCopy;
import org.huiling.task.TaskKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps cross-checks, and their lists sealed. */
@Repository
class CrossCheckStore implements SealedRows {

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	private final Seal seal;

	private final JsonMapper json;

	CrossCheckStore(JdbcClient jdbc, DataSource dataSource, Seal seal, JsonMapper json) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.seal = seal;
		this.json = json;
	}

	@Override
	public SealedColumn sealedColumn() {
		return new SealedColumn("cross_check_line", "said", "'cross_check ' || cross_check || ' ' || line");
	}

	/** A cross-check that begins. */
	void add(UUID id, CrossCheckOrder order, List<String> ignored, String by, LocalDate keptUntil) {
		this.jdbc
			.sql("insert into cross_check (id, kind, jurisdiction, as_of, state, accepted, refused, ignored_columns,"
					+ " ordered_by, kept_until) values (?, ?, ?, ?, 'STARTING', 0, 0, ?, ?, ?)")
			.params(id, order.kind().name(), order.jurisdiction(), order.asOf(), ignored.toArray(String[]::new), by,
					keptUntil)
			.update();
	}

	/** How many lines it has. */
	void counted(UUID id, int accepted, int refused) {
		this.jdbc.sql("update cross_check set accepted = ?, refused = ? where id = ?")
			.params(accepted, refused, id)
			.update();
	}

	void addLines(UUID id, List<ListLine> lines) {
		BinaryCopy rows = new BinaryCopy("cross_check_line (cross_check, line, said, field, code, arguments)", 6);
		for (ListLine line : lines) {
			rows.row()
				.uuid(id)
				.integer(line.number())
				.bytes((line.said() != null)
						? this.seal.seal(this.json.writeValueAsBytes(line.said()), place(id, line.number())) : null)
				.text((line.refused() != null) ? line.refused().field() : null)
				.text((line.refused() != null) ? line.refused().code() : null)
				.texts(line.arguments());
		}
		rows.send(this.dataSource);
	}

	private static String place(UUID id, int line) {
		return "cross_check " + id + " " + line;
	}

	Optional<CrossCheck> find(UUID id) {
		return this.jdbc.sql("select * from cross_check where id = ?")
			.param(id)
			.query((row, number) -> check(row))
			.optional()
			.map(this::counted);
	}

	/** One that is open, and nobody else is at until the transaction ends. */
	Optional<CrossCheck> take(UUID id) {
		return this.jdbc
			.sql("select * from cross_check where id = ? and state in ('STARTING', 'RUNNING') for update skip locked")
			.param(id)
			.query((row, number) -> check(row))
			.optional();
	}

	List<UUID> open() {
		return this.jdbc.sql("select id from cross_check where state in ('STARTING', 'RUNNING') order by id")
			.query(UUID.class)
			.list();
	}

	/** The newest first. */
	List<CrossCheck> page(List<String> jurisdictions, Paging paging) {
		return this.jdbc.sql("select * from cross_check where jurisdiction = any(?) order by id desc limit ? offset ?")
			.params(jurisdictions.toArray(String[]::new), paging.size(), paging.offset())
			.query((row, number) -> check(row))
			.list()
			.stream()
			.map(this::counted)
			.toList();
	}

	long count(List<String> jurisdictions) {
		return this.jdbc.sql("select count(*) from cross_check where jurisdiction = any(?)")
			.param(jurisdictions.toArray(String[]::new))
			.query(Long.class)
			.single();
	}

	/** Lines that are accepted, after one. */
	List<ListLine> accepted(UUID id, int after, int most) {
		return this.jdbc
			.sql("select line, said from cross_check_line where cross_check = ? and line > ? and code is null"
					+ " order by line limit ?")
			.params(id, after, most)
			.query((row, number) -> new ListLine(row.getInt("line"), said(id, row.getInt("line"), row.getBytes("said")),
					null))
			.list();
	}

	/** What came of some lines. */
	void came(UUID id, List<Came> lines) {
		this.jdbc.sql("update cross_check_line l set outcome = c.outcome, applicant = c.applicant"
				+ " from unnest(cast(? as integer[]), cast(? as text[]), cast(? as uuid[])) as c (line, outcome, applicant)"
				+ " where l.cross_check = ? and l.line = c.line")
			.params(lines.stream().map(Came::line).toArray(Integer[]::new),
					lines.stream().map((one) -> one.outcome().name()).toArray(String[]::new),
					lines.stream().map(Came::applicant).toArray(UUID[]::new), id)
			.update();
	}

	/**
	 * What came of a line.
	 *
	 * @param line its number
	 * @param outcome what came of it
	 * @param applicant whose file it means, null if that is not certain
	 */
	record Came(int line, CrossCheckLine.Outcome outcome, @Nullable UUID applicant) {
	}

	/** The number of the last line that was matched, 0 if none was. */
	int matchedUntil(UUID id) {
		return this.jdbc.sql("select matched_until from cross_check where id = ?")
			.param(id)
			.query(Integer.class)
			.single();
	}

	/** How far it came: to which line, by how many that are accepted. */
	void went(UUID id, int until, int lines, boolean last) {
		this.jdbc
			.sql("update cross_check set state = ?, matched_until = ?, done = done + ?,"
					+ " ended_at = case when ? then clock_timestamp() end where id = ?")
			.params((last ? CrossCheckState.COMPLETED : CrossCheckState.RUNNING).name(), until, lines, last, id)
			.update();
	}

	/** What was found in some more lines. */
	void found(UUID id, int matched, Map<TaskKind, Integer> tasks) {
		this.jdbc.sql("update cross_check set matched = matched + ? where id = ?").params(matched, id).update();
		tasks.forEach((kind, count) -> this.jdbc
			.sql("insert into cross_check_tasks as t (cross_check, kind, tasks) values (?, ?, ?)"
					+ " on conflict (cross_check, kind) do update set tasks = t.tasks + excluded.tasks")
			.params(id, kind.name(), count)
			.update());
	}

	/**
	 * Stops one that is open, after the block under way.
	 * @return false if it is not open
	 */
	boolean stop(UUID id) {
		return this.jdbc
			.sql("update cross_check set state = 'STOPPED' where id = ? and state in ('STARTING', 'RUNNING')")
			.param(id)
			.update() == 1;
	}

	/**
	 * Lets one go on that was stopped or failed, as long as its list is kept.
	 * @return false if it cannot
	 */
	boolean restart(UUID id) {
		return this.jdbc
			.sql("update cross_check set state = 'RUNNING', ended_at = null where id = ?"
					+ " and state in ('STOPPED', 'FAILED') and not forgotten")
			.param(id)
			.update() == 1;
	}

	void fail(UUID id) {
		this.jdbc
			.sql("update cross_check set state = 'FAILED', ended_at = clock_timestamp() where id = ?"
					+ " and state in ('STARTING', 'RUNNING')")
			.param(id)
			.update();
	}

	/** A page of lines as they were sent. */
	List<Kept> lines(UUID id, CrossCheckLine.@Nullable Outcome outcome, Paging paging) {
		List<Object> parameters = parameters(id, outcome);
		parameters.add(paging.size());
		parameters.add(paging.offset());
		return this.jdbc
			.sql("select * from cross_check_line where cross_check = ?" + of(outcome)
					+ " order by line limit ? offset ?")
			.params(parameters)
			.query((row, number) -> kept(id, row))
			.list();
	}

	long countLines(UUID id, CrossCheckLine.@Nullable Outcome outcome) {
		return this.jdbc.sql("select count(*) from cross_check_line where cross_check = ?" + of(outcome))
			.params(parameters(id, outcome))
			.query(Long.class)
			.single();
	}

	private static List<Object> parameters(UUID id, CrossCheckLine.@Nullable Outcome outcome) {
		List<Object> parameters = new ArrayList<>(List.of(id));
		if (outcome != null) {
			parameters.add(outcome.name());
		}
		return parameters;
	}

	private static String of(CrossCheckLine.@Nullable Outcome outcome) {
		return (outcome != null)
				? " and case when code is not null then 'REFUSED' else coalesce(outcome, 'WAITING') end = ?" : "";
	}

	/**
	 * A line as it is kept.
	 *
	 * @param line what was read of it
	 * @param outcome what came of it
	 * @param applicant whose file it means, null if that is not certain
	 */
	record Kept(ListLine line, CrossCheckLine.Outcome outcome, @Nullable UUID applicant) {
	}

	private Kept kept(UUID id, ResultSet row) throws SQLException {
		int line = row.getInt("line");
		String code = row.getString("code");
		if (code != null) {
			return new Kept(
					ListLine.kept(line, row.getString("field"), code,
							List.of((String[]) row.getArray("arguments").getArray())),
					CrossCheckLine.Outcome.REFUSED, null);
		}
		String outcome = row.getString("outcome");
		return new Kept(new ListLine(line, said(id, line, row.getBytes("said")), null),
				(outcome != null) ? CrossCheckLine.Outcome.valueOf(outcome) : CrossCheckLine.Outcome.WAITING,
				row.getObject("applicant", UUID.class));
	}

	/**
	 * The lines that are certain to mean somebody, with the lists in which they stand.
	 */
	List<About> linesAbout(Collection<UUID> applicants, int most) {
		return this.jdbc
			.sql("select c.*, l.line, l.said, l.field, l.code, l.arguments, l.outcome, l.applicant"
					+ " from cross_check_line l join cross_check c on c.id = l.cross_check"
					+ " where l.applicant = any(?) order by c.ordered_at, l.line limit ?")
			.params(applicants.toArray(UUID[]::new), most)
			.query((row, number) -> new About(check(row), kept(row.getObject("id", UUID.class), row)))
			.list();
	}

	/**
	 * A line about somebody.
	 *
	 * @param check the list in which it stands, its tasks not counted
	 * @param line what it says, and what came of it
	 */
	record About(CrossCheck check, Kept line) {
	}

	/** Forgets lists that were kept long enough. */
	int forget(LocalDate today) {
		List<UUID> old = this.jdbc
			.sql("update cross_check set forgotten = true where not forgotten and kept_until < ?"
					+ " and state not in ('STARTING', 'RUNNING') returning id")
			.param(today)
			.query(UUID.class)
			.list();
		old.forEach((id) -> this.jdbc.sql("delete from cross_check_line where cross_check = ?").param(id).update());
		return old.size();
	}

	private ListLine.Said said(UUID id, int line, byte[] sealed) {
		return this.json.readValue(this.seal.open(sealed, place(id, line)), ListLine.Said.class);
	}

	private CrossCheck check(ResultSet row) throws SQLException {
		OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
		int accepted = row.getInt("accepted");
		int refused = row.getInt("refused");
		return new CrossCheck(row.getObject("id", UUID.class), CrossCheckState.valueOf(row.getString("state")),
				CrossCheckKind.valueOf(row.getString("kind")), row.getString("jurisdiction"),
				row.getObject("as_of", LocalDate.class), accepted + refused, accepted, refused, row.getInt("done"),
				row.getInt("matched"), Map.of(), List.of((String[]) row.getArray("ignored_columns").getArray()),
				row.getString("ordered_by"), row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
				(ended != null) ? ended.toInstant() : null, row.getObject("kept_until", LocalDate.class));
	}

	private CrossCheck counted(CrossCheck one) {
		Map<TaskKind, Integer> tasks = new EnumMap<>(TaskKind.class);
		Map<String, Integer> kept = new HashMap<>();
		this.jdbc.sql("select kind, tasks from cross_check_tasks where cross_check = ?")
			.param(one.id())
			.query((row) -> {
				kept.put(row.getString("kind"), row.getInt("tasks"));
			});
		kept.forEach((kind, count) -> tasks.put(TaskKind.valueOf(kind), count));
		return new CrossCheck(one.id(), one.state(), one.kind(), one.jurisdiction(), one.asOf(), one.lines(),
				one.accepted(), one.refused(), one.done(), one.matched(), tasks, one.ignoredColumns(), one.orderedBy(),
				one.orderedAt(), one.endedAt(), one.keptUntil());
	}

}
