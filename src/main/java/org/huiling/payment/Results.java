package org.huiling.payment;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditTrail;
import org.huiling.input.InputErrors;
import org.huiling.problem.Refusal;
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

	private final AuditTrail audit;

	private final CurrentUser user;

	Results(RosterStore store, Rosters rosters, JdbcClient jdbc, AuditTrail audit, CurrentUser user) {
		this.store = store;
		this.rosters = rosters;
		this.jdbc = jdbc;
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

	private record Row(ResultRows.Row reported, UUID applicant, BigDecimal amount, boolean toPerson) {
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
		Map<Integer, ResultRows.Row> rows = ResultRows.read(csv, errors);
		List<ResultRows.Row> fresh = fresh(roster, rows, errors);
		errors.throwIfAny();
		List<ResultRows.Row> recoveries = new ArrayList<>();
		List<ResultRows.Row> payments = new ArrayList<>();
		Map<Integer, Row> lines = lines(id, fresh);
		fresh.forEach((row) -> (lines(lines, row).amount().signum() < 0 ? recoveries : payments).add(row));
		write(id, payments);
		refuseNotSetOff(id, recoveries, lines, errors);
		errors.throwIfAny();
		write(id, recoveries);
		setOff(id);
		close(roster);
		this.audit.record("ROSTER_RESULTS_TAKEN", id.toString(), Map.of("lines", fresh.size()));
		return new Imported(fresh.size(), rows.size() - fresh.size(), this.rosters.visible(id));
	}

	/** Those that say something new; what contradicts is refused. */
	private List<ResultRows.Row> fresh(Roster roster, Map<Integer, ResultRows.Row> rows, InputErrors errors) {
		Map<Integer, String> known = new HashMap<>();
		this.jdbc.sql("select number, result from payment_result where roster = ?").param(roster.id()).query((row) -> {
			known.put(row.getInt("number"), row.getString("result"));
		});
		List<ResultRows.Row> fresh = new ArrayList<>();
		for (ResultRows.Row row : rows.values()) {
			String before = known.get(row.line());
			if (row.line() < 1 || row.line() > roster.totals().lines()) {
				errors.add(row.field("line"), RosterFault.NO_SUCH_LINE);
			}
			else if (before == null) {
				fresh.add(row);
			}
			else if (!before.equals(row.result())) {
				errors.add(row.field("result"), RosterFault.OTHER_RESULT, before);
			}
		}
		return fresh;
	}

	private static Row lines(Map<Integer, Row> lines, ResultRows.Row row) {
		Row line = lines.get(row.line());
		if (line == null) {
			throw new IllegalStateException("no line " + row.line());
		}
		return line;
	}

	private Map<Integer, Row> lines(UUID id, List<ResultRows.Row> rows) {
		Map<Integer, ResultRows.Row> asked = new HashMap<>();
		rows.forEach((row) -> asked.put(row.line(), row));
		Map<Integer, Row> lines = new HashMap<>();
		this.jdbc
			.sql("select number, applicant, amount, paid_to from payment_line where roster = ? and number = any(?)")
			.params(id, asked.keySet().toArray(Integer[]::new))
			.query((row) -> {
				ResultRows.Row reported = asked.get(row.getInt("number"));
				if (reported != null) {
					lines.put(reported.line(), new Row(reported, row.getObject("applicant", UUID.class),
							row.getBigDecimal("amount"), "PERSON".equals(row.getString("paid_to"))));
				}
			});
		return lines;
	}

	/** A person pays back out of what arrived, nothing else. */
	private void refuseNotSetOff(UUID id, List<ResultRows.Row> recoveries, Map<Integer, Row> lines,
			InputErrors errors) {
		List<Row> paid = recoveries.stream()
			.map((row) -> lines(lines, row))
			.filter((row) -> row.toPerson() && PAID.equals(row.reported().result()))
			.toList();
		Map<UUID, BigDecimal> arrived = new HashMap<>();
		this.jdbc
			.sql("select l.applicant, sum(l.amount) as arrived from payment_line l join payment_result p"
					+ " on p.roster = l.roster and p.number = l.number where l.roster = ? and l.paid_to = 'PERSON'"
					+ " and p.result = 'PAID' and l.applicant = any(?) group by 1")
			.params(id, paid.stream().map(Row::applicant).distinct().toArray(UUID[]::new))
			.query((row) -> {
				arrived.put(row.getObject("applicant", UUID.class), row.getBigDecimal("arrived"));
			});
		for (Row row : paid) {
			BigDecimal left = arrived.getOrDefault(row.applicant(), BigDecimal.ZERO).add(row.amount());
			if (left.signum() < 0) {
				errors.add(row.reported().field("result"), RosterFault.NOTHING_TO_SET_OFF);
			}
			else {
				arrived.put(row.applicant(), left);
			}
		}
	}

	private void write(UUID id, List<ResultRows.Row> rows) {
		for (int from = 0; from < rows.size(); from += BATCH) {
			List<ResultRows.Row> part = rows.subList(from, Math.min(from + BATCH, rows.size()));
			this.jdbc
				.sql("insert into payment_result (roster, number, result, reason, reported_by, reported_at)"
						+ " select ?, f.number, f.result, f.reason, ?, now()"
						+ " from unnest(?, ?, ?) as f (number, result, reason)")
				.param(id)
				.param(this.user.name())
				.param(part.stream().map(ResultRows.Row::line).toArray(Integer[]::new))
				.param(part.stream().map(ResultRows.Row::result).toArray(String[]::new))
				.param(part.stream().map(ResultRows.Row::reason).toArray(String[]::new))
				.update();
		}
	}

	/**
	 * Recoveries of people all of whose payments have a result get theirs: in the order
	 * of the lines, as far as what arrived goes.
	 */
	private void setOff(UUID id) {
		this.jdbc.sql("""
				insert into payment_result (roster, number, result, reason, reported_by, reported_at)
				select ?, s.number, case when s.left_over >= 0 then 'PAID' else 'FAILED' end,
					case when s.left_over >= 0 then null else 'NOT_SET_OFF' end, ?, now()
				from (
					select l.number, p.result is null as open,
						coalesce((select sum(o.amount) from payment_line o join payment_result q
							on q.roster = o.roster and q.number = o.number where o.roster = l.roster
							and o.applicant = l.applicant and o.paid_to = 'PERSON' and o.amount > 0
							and q.result = 'PAID'), 0)
						+ case when l.paid_to = 'PERSON' then sum(case when p.result is distinct from 'FAILED'
							then l.amount else 0 end) over (partition by l.applicant, l.paid_to
							order by p.result is null, l.number) else 0 end as left_over
					from payment_line l left join payment_result p on p.roster = l.roster and p.number = l.number
					where l.roster = ? and l.kind = 'RECOVERY' and not exists (
						select from payment_line o left join payment_result q
							on q.roster = o.roster and q.number = o.number
						where o.roster = l.roster and o.applicant = l.applicant and o.paid_to = l.paid_to
							and o.amount > 0 and q.result is null)) s
				where s.open""").params(id, this.user.name(), id).update();
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
