package org.huiling.task;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.paging.Paging;
import org.huiling.protection.Seal;
import org.huiling.protection.SealedRows;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps tasks; gives those of people whom the user may see. */
@Repository
class TaskStore implements SealedRows {

	private static final String PERSON = "coalesce(m.survivor, t.applicant)";

	private static final String FROM = " from task t left join applicant_merged_into m on m.id = t.applicant";

	private static final String CLOSED = " left join lateral (select e.by, e.reason, e.contact from task_event e"
			+ " where e.task = t.id and e.what <> 'PLANNED' order by e.id desc limit 1) c on true";

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	private final CurrentUser user;

	private final Seal seal;

	private final JsonMapper json;

	TaskStore(JdbcClient jdbc, ApplicantRegister register, CurrentUser user, Seal seal, JsonMapper json) {
		this.jdbc = jdbc;
		this.register = register;
		this.user = user;
		this.seal = seal;
		this.json = json;
	}

	@Override
	public SealedColumn sealedColumn() {
		return new SealedColumn("task", "person", "'task ' || id");
	}

	/** Conditions on a task {@code t} and the survivor {@code m}, with parameters. */
	record Where(String sql, List<Object> parameters) {
	}

	Where where(TaskQuery asked) {
		StringBuilder sql = new StringBuilder(visible());
		List<Object> parameters = new ArrayList<>();
		if (asked.kind() != null) {
			sql.append(" and t.kind = ?");
			parameters.add(asked.kind().name());
		}
		if (asked.state() != null) {
			sql.append(" and t.state = ?");
			parameters.add(asked.state().name());
		}
		if (asked.region() != null) {
			sql.append(" and (t.region like ? || '%' or exists (select from applicant_seen_in r where r.applicant = ")
				.append(PERSON)
				.append(" and starts_with(r.region, ?)))");
			parameters.add(asked.region());
			parameters.add(asked.region());
		}
		if (asked.assignee() != null) {
			sql.append(" and t.assignee = ?");
			parameters.add(asked.assignee());
		}
		if (asked.due() != null) {
			sql.append(" and t.due <= ?");
			parameters.add(asked.due());
		}
		if (asked.source() != null) {
			sql.append(" and t.source = ?");
			parameters.add(asked.source());
		}
		return new Where(sql.toString(), parameters);
	}

	/** Of nobody whose file was erased. */
	private String visible() {
		return "(case when t.applicant is null then " + this.user.regions().condition("t.region") + " else "
				+ this.register.visible(PERSON) + " and not exists (select from applicant_ended e where e.applicant = "
				+ PERSON + ") end)";
	}

	long count(Where where) {
		return this.jdbc.sql("select count(*)" + FROM + " where " + where.sql())
			.params(where.parameters())
			.query(Long.class)
			.single();
	}

	TaskCounts counts(Where where, LocalDate today) {
		List<Object> all = new ArrayList<>(List.of(today, this.user.name()));
		all.addAll(where.parameters());
		List<Counted> counted = this.jdbc
			.sql("select t.kind, count(*) as tasks, count(*) filter (where t.state = 'OPEN' and t.due < ?) as overdue,"
					+ " count(*) filter (where t.state = 'OPEN' and t.assignee = ?) as own" + FROM + " where "
					+ where.sql() + " group by t.kind order by tasks desc, t.kind")
			.params(all)
			.query((row, number) -> new Counted(TaskKind.valueOf(row.getString("kind")), row.getLong("tasks"),
					row.getLong("overdue"), row.getLong("own")))
			.list();
		return new TaskCounts(counted.stream().map((one) -> new TaskCounts.OfKind(one.kind(), one.tasks())).toList(),
				counted.stream().mapToLong(Counted::tasks).sum(), counted.stream().mapToLong(Counted::overdue).sum(),
				counted.stream().mapToLong(Counted::own).sum());
	}

	/** Tasks of a kind. */
	private record Counted(TaskKind kind, long tasks, long overdue, long own) {
	}

	List<String> assignees(Where where) {
		return this.jdbc
			.sql("select distinct t.assignee" + FROM + " where t.assignee is not null and " + where.sql()
					+ " order by t.assignee")
			.params(where.parameters())
			.query(String.class)
			.list();
	}

	/** What is due first comes first. */
	List<TaskRow> page(Where where, Paging paging) {
		List<Object> all = new ArrayList<>(where.parameters());
		all.add(paging.size());
		all.add(paging.offset());
		return this.jdbc
			.sql(columns() + FROM + CLOSED + " where " + where.sql()
					+ " order by t.due nulls last, t.id limit ? offset ?")
			.params(all)
			.query((row, number) -> task(row))
			.list();
	}

	/**
	 * A task that the user may see.
	 * @param locked whether nobody else may do anything with it until the transaction
	 * ends
	 */
	Optional<TaskRow> find(UUID id, boolean locked) {
		if (locked) {
			this.jdbc.sql("select id from task where id = ? for update").param(id).query(UUID.class).optional();
		}
		return this.jdbc.sql(columns() + FROM + CLOSED + " where t.id = ? and " + visible())
			.param(id)
			.query((row, number) -> task(row))
			.optional();
	}

	/** Where whom a task is about is seen: any of these regions is enough. */
	List<String> regions(UUID id) {
		return this.jdbc
			.sql("select t.region from task t where t.id = :id and t.applicant is null union select r.region" + FROM
					+ " join applicant_seen_in r on r.applicant = " + PERSON + " where t.id = :id")
			.param("id", id)
			.query(String.class)
			.list();
	}

	void close(UUID id, TaskState state) {
		this.jdbc.sql("update task set state = ?, closed_at = clock_timestamp() where id = ?")
			.params(state.name(), id)
			.update();
	}

	void plan(UUID id, @Nullable String assignee, @Nullable LocalDate due) {
		this.jdbc.sql("update task set assignee = coalesce(?, assignee), due = coalesce(?, due) where id = ?")
			.param(assignee)
			.param(due)
			.param(id)
			.update();
	}

	void note(UUID id, String what, @Nullable String reason, @Nullable Contact contact) {
		this.jdbc.sql("insert into task_event (id, task, what, reason, by, contact) values (?, ?, ?, ?, ?, ?)")
			.param(TimeOrderedId.next())
			.param(id)
			.param(what)
			.param(reason)
			.param(this.user.name())
			.param((contact != null) ? contact.name() : null)
			.update();
	}

	/**
	 * Counts and money of what happened in a time.
	 *
	 * @param kind of the tasks
	 * @param jurisdiction whose
	 * @param opened how many were found then
	 * @param done how many were done then
	 * @param dismissed how many were dismissed then
	 * @param moneyOpened what hung on those found
	 * @param moneyDone what hung on those done
	 * @param days how long those closed then took together
	 */
	record Sum(TaskKind kind, String jurisdiction, long opened, long done, long dismissed, BigDecimal moneyOpened,
			BigDecimal moneyDone, BigDecimal days) {
	}

	List<Sum> sums(Instant first, Instant after, Where where) {
		List<Object> all = new ArrayList<>(List.of(first.atOffset(ZoneOffset.UTC), after.atOffset(ZoneOffset.UTC)));
		all.addAll(where.parameters());
		String opened = " filter (where t.created_at >= x.first and t.created_at < x.after)";
		String closed = "t.closed_at >= x.first and t.closed_at < x.after";
		String done = " filter (where t.state = 'DONE' and " + closed + ")";
		return this.jdbc.sql("select t.kind, t.jurisdiction, count(*)" + opened + " as opened, count(*)" + done
				+ " as done, count(*) filter (where t.state = 'DISMISSED' and " + closed
				+ ") as dismissed, coalesce(sum(t.money)" + opened + ", 0.00) as money_opened, coalesce(sum(t.money)"
				+ done + ", 0.00) as money_done, coalesce(sum(extract(epoch from t.closed_at - t.created_at) / 86400)"
				+ " filter (where " + closed + "), 0) as days" + FROM
				+ " cross join (values (cast(? as timestamptz), cast(? as timestamptz))) as x (first, after) where "
				+ where.sql() + " group by t.kind, t.jurisdiction order by t.kind, t.jurisdiction")
			.params(all)
			.query((row, number) -> new Sum(TaskKind.valueOf(row.getString("kind")), row.getString("jurisdiction"),
					row.getLong("opened"), row.getLong("done"), row.getLong("dismissed"),
					row.getBigDecimal("money_opened"), row.getBigDecimal("money_done"), row.getBigDecimal("days")))
			.list();
	}

	private static String columns() {
		return "select t.*, " + PERSON + " as goes_on, c.by as closed_by, c.reason as why_closed, c.contact";
	}

	private TaskRow task(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		byte[] person = row.getBytes("person");
		Instant closedAt = instant(row, "closed_at");
		return new TaskRow(id, TaskKind.valueOf(row.getString("kind")), row.getObject("goes_on", UUID.class),
				(person != null) ? this.json.readValue(this.seal.open(person, Tasks.place(id)), NewTask.Stranger.class)
						: null,
				row.getString("jurisdiction"), row.getString("program"), row.getString("because"),
				List.of((String[]) row.getArray("arguments").getArray()),
				this.json.readValue(row.getString("proposes"), Proposed.class), row.getBigDecimal("money"),
				row.getObject("due", LocalDate.class), row.getString("assignee"), row.getString("source"),
				TaskState.valueOf(row.getString("state")),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				(closedAt != null) ? new TaskView.Closed(row.getString("closed_by"), closedAt,
						row.getString("why_closed"), contact(row.getString("contact"))) : null,
				row.getString("key"));
	}

	private static @Nullable Contact contact(@Nullable String code) {
		return (code != null) ? Contact.valueOf(code) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
