package org.huiling.payment;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditTrail;
import org.huiling.input.InputErrors;
import org.huiling.problem.Refusal;
import org.huiling.storage.BinaryCopy;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bank reports. A recovery is never transferred, it is set off: it is PAID as
 * far as the person's other lines of the roster were, and FAILED otherwise.
 */
@Component
class Results {

	private static final int CONFLICT = 409;

	private static final int FORBIDDEN = 403;

	private static final int BATCH = 5000;

	private static final String PAID = "PAID";

	private static final String FAILED = "FAILED";

	private final RosterStore store;

	private final Rosters rosters;

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	private final AuditTrail audit;

	private final CurrentUser user;

	Results(RosterStore store, Rosters rosters, JdbcClient jdbc, DataSource dataSource, AuditTrail audit,
			CurrentUser user) {
		this.store = store;
		this.rosters = rosters;
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * What a file came to.
	 *
	 * @param accepted lines that have their result by it
	 * @param known lines that had the same result before
	 * @param roster as it is now
	 */
	record Imported(long accepted, long known, Roster roster) {
	}

	/**
	 * Takes results; all of them or, if any is wrong, none.
	 * @throws org.huiling.problem.InvalidInput naming each line at fault
	 * @throws Refusal 403 {@code OWN_ROSTER} to who made it, 409
	 * {@code ROSTER_NOT_APPROVED}
	 */
	@Transactional
	public Imported take(UUID id, InputStream csv) {
		this.store.lock(this.rosters.visible(id).jurisdiction());
		Roster roster = this.rosters.visible(id);
		if (roster.madeBy().equals(this.user.name())) {
			throw new Refusal(FORBIDDEN, "OWN_ROSTER");
		}
		if (roster.state() != RosterState.APPROVED && roster.state() != RosterState.CLOSED) {
			throw new Refusal(CONFLICT, "ROSTER_NOT_APPROVED", roster.state().name());
		}
		InputErrors errors = new InputErrors();
		gather(csv, errors);
		refuseContradictions(id, errors);
		errors.throwIfAny();
		int lines = this.jdbc.sql("select count(distinct line) from results_taken").query(Integer.class).single();
		int payments = write(id, "l.amount > 0");
		refuseNotSetOff(id, errors);
		errors.throwIfAny();
		int fresh = payments + write(id, "l.amount < 0");
		setOff(id);
		close(roster);
		this.audit.record("ROSTER_RESULTS_TAKEN", id.toString(), Map.of("lines", fresh));
		return new Imported(fresh, lines - fresh, this.rosters.visible(id));
	}

	/** The rows go into the database a batch at a time, however many there are. */
	private void gather(InputStream csv, InputErrors errors) {
		this.jdbc
			.sql("create temporary table results_taken (number integer, line integer, result text, reason text)"
					+ " on commit drop")
			.update();
		List<ResultRows.Row> batch = new ArrayList<>();
		ResultRows.read(csv, errors, (row) -> {
			batch.add(row);
			if (batch.size() == BATCH) {
				send(batch);
			}
		});
		send(batch);
		// nobody else looks at what a temporary table holds, and plans depend on it
		this.jdbc.sql("analyze results_taken").update();
	}

	private void send(List<ResultRows.Row> batch) {
		BinaryCopy rows = new BinaryCopy("results_taken (number, line, result, reason)", 4);
		batch.forEach((row) -> rows.row().integer(row.row()).integer(row.line()).text(row.result()).text(row.reason()));
		rows.send(this.dataSource);
		batch.clear();
	}

	/** Lines that there are not, or that have the other result, here or before. */
	private void refuseContradictions(UUID id, InputErrors errors) {
		this.jdbc.sql("""
				select t.number, l.number is null as missing, coalesce(p.result, f.result) as before
				from results_taken t left join payment_line l on l.roster = ? and l.number = t.line
				left join payment_result p on p.roster = ? and p.number = t.line
				left join (select distinct on (line) line, result from results_taken order by line, number) f
					on f.line = t.line
				where l.number is null or coalesce(p.result, f.result) <> t.result order by t.number limit 201""")
			.params(id, id)
			.query((row) -> {
				if (row.getBoolean("missing")) {
					errors.add(ResultRows.field(row.getInt("number"), "line"), RosterFault.NO_SUCH_LINE);
				}
				else {
					errors.add(ResultRows.field(row.getInt("number"), "result"), RosterFault.OTHER_RESULT,
							row.getString("before"));
				}
			});
	}

	/** A person pays back out of what arrived, nothing else. */
	private void refuseNotSetOff(UUID id, InputErrors errors) {
		this.jdbc
			.sql("""
					select s.number from (
						select t.number, sum(l.amount) over (partition by l.applicant order by t.number)
							+ coalesce((select sum(o.amount) from payment_line o join payment_result q
								on q.roster = o.roster and q.number = o.number where o.roster = l.roster
								and o.applicant = l.applicant and o.paid_to = 'PERSON' and q.result = 'PAID'), 0) as left_over
						from (select distinct on (line) line, number, result from results_taken order by line, number) t
						join payment_line l on l.roster = ? and l.number = t.line
						left join payment_result p on p.roster = l.roster and p.number = l.number
						where l.amount < 0 and l.paid_to = 'PERSON' and t.result = 'PAID' and p.result is null) s
					where s.left_over < 0 order by s.number limit 201""")
			.param(id)
			.query((row) -> {
				errors.add(ResultRows.field(row.getInt("number"), "result"), RosterFault.NOTHING_TO_SET_OFF);
			});
	}

	/**
	 * Those that say something new. What is there already is found by its key: a plan
	 * that looks for it in the table goes through all that is being added, row by row.
	 */
	private int write(UUID id, String which) {
		return this.jdbc
			.sql("insert into payment_result (roster, number, result, reason, reported_by, reported_at)"
					+ " select l.roster, l.number, t.result, t.reason, ?, now() from"
					+ " (select distinct on (line) line, result, reason from results_taken order by line, number) t"
					+ " join payment_line l on l.roster = ? and l.number = t.line where " + which
					+ " on conflict (roster, number) do nothing")
			.params(this.user.name(), id)
			.update();
	}

	/**
	 * Recoveries of people all of whose payments have a result get theirs: in the order
	 * of the lines, as far as what arrived goes.
	 */
	private void setOff(UUID id) {
		this.jdbc.sql("""
				insert into payment_result (roster, number, result, reason, reported_by, reported_at)
				with line as materialized (
					select l.number, l.applicant, l.paid_to, l.kind, l.amount, p.result
					from payment_line l left join payment_result p on p.roster = l.roster and p.number = l.number
					where l.roster = ?),
				payment as materialized (
					select applicant, paid_to, bool_or(result is null) as waiting,
						coalesce(sum(amount) filter (where result = 'PAID'), 0) as arrived
					from line where amount > 0 group by applicant, paid_to)
				select ?, s.number, case when s.left_over >= 0 then 'PAID' else 'FAILED' end,
					case when s.left_over >= 0 then null else 'NOT_SET_OFF' end, ?, now()
				from (
					select l.number, l.result is null as open, coalesce(p.waiting, false) as waiting,
						case when l.paid_to = 'PERSON' then coalesce(p.arrived, 0)
							+ sum(case when l.result is distinct from 'FAILED' then l.amount else 0 end)
								over (partition by l.applicant, l.paid_to order by l.result is null, l.number)
							else 0 end as left_over
					from line l left join payment p on p.applicant = l.applicant and p.paid_to = l.paid_to
					where l.kind = 'RECOVERY') s
				where s.open and not s.waiting""").params(id, id, this.user.name()).update();
	}

	private void close(Roster roster) {
		boolean done = this.jdbc.sql("select (select count(*) from payment_result where roster = ?) = ?")
			.params(roster.id(), roster.totals().lines())
			.query(Boolean.class)
			.single();
		if (done && roster.state() == RosterState.APPROVED) {
			this.store.end(roster.id(), RosterState.CLOSED, this.user.name());
			this.audit.record("ROSTER_CLOSED", roster.id().toString(), Map.of());
		}
	}

	static @Nullable String result(@Nullable String text) {
		return (PAID.equals(text) || FAILED.equals(text)) ? text : null;
	}

}
