package org.huiling.payment;

import java.io.InputStream;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditTrail;
import org.huiling.input.InputErrors;
import org.huiling.problem.Refusal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bank reports: once for each line and, where a transfer comes back later, once
 * more. A recovery is never transferred, see {@link SetOff}.
 */
@Component
class Results {

	private static final int CONFLICT = 409;

	private static final int FORBIDDEN = 403;

	/** Each wrong row is named, and a bank's file may be of another month altogether. */
	private static final int MOST_LISTED = 10_000;

	/**
	 * Lines that there are not, or that have another result, here or before. What a line
	 * had once is no contradiction: a file may be sent again after a transfer came back.
	 */
	private static final String CONTRADICTED = """
			select t.number, l.number is null as missing, l.amount < 0 and t.result = 'RETURNED' as recovery,
				coalesce(n.result, f.result) as before
			from results_taken t left join payment_line l on l.roster = ? and l.number = t.line
			left join payment_result_now n on n.roster = ? and n.number = t.line
			left join (select distinct on (line) line, result from results_taken order by line, number) f
				on f.line = t.line
			where l.number is null or f.result <> t.result or (l.amount < 0 and t.result = 'RETURNED')
				or (n.result <> t.result and not (n.result = 'PAID' and t.result = 'RETURNED')
					and not exists (select from payment_result_history h where h.roster = l.roster
						and h.number = l.number and h.result = t.result and h.entry >= (select coalesce(max(b.entry), 0)
							from payment_result_later b where b.roster = l.roster and b.number = l.number
								and b.kind = 'TAKEN_BACK')))
			order by t.number""";

	/** Of lines that had a result before, those that say something new. */
	private static final String LATER = """
			insert into payment_result_later (roster, number, entry, kind, result, reason, day, reported_by, reported_at)
			select n.roster, n.number, n.entry + 1, 'REPORTED', t.result, t.reason, t.day, ?, now()
			from (select distinct on (line) line, result, reason, day from results_taken order by line, number) t
			join payment_line l on l.roster = ? and l.number = t.line
			join payment_result_now n on n.roster = l.roster and n.number = l.number
			where (n.result is null or (n.result = 'PAID' and t.result = 'RETURNED')) and\s""";

	private final RosterStore store;

	private final Rosters rosters;

	private final JdbcClient jdbc;

	private final ResultStage stage;

	private final SetOff setOff;

	private final AuditTrail audit;

	private final CurrentUser user;

	Results(RosterStore store, Rosters rosters, ResultStage stage, SetOff setOff, JdbcClient jdbc, AuditTrail audit,
			CurrentUser user) {
		this.store = store;
		this.rosters = rosters;
		this.jdbc = jdbc;
		this.stage = stage;
		this.setOff = setOff;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * What a file came to.
	 *
	 * @param accepted lines that have their result, or came back, by it
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
		InputErrors errors = new InputErrors(MOST_LISTED);
		this.stage.gather(roster, csv, errors);
		this.stage.refuseOthers(roster, errors);
		this.stage.expand(id);
		refuseContradictions(id, errors);
		errors.throwIfAny();
		int lines = this.jdbc.sql("select count(distinct line) from results_taken").query(Integer.class).single();
		int payments = write(id, "l.amount > 0");
		refuseNotSetOff(id, errors);
		errors.throwIfAny();
		int fresh = payments + write(id, "l.amount < 0");
		this.setOff.follow(id);
		close(roster);
		this.audit.record("ROSTER_RESULTS_TAKEN", id.toString(), Map.of("lines", fresh));
		return new Imported(fresh, lines - fresh, this.rosters.visible(id));
	}

	private void refuseContradictions(UUID id, InputErrors errors) {
		this.jdbc.sql(CONTRADICTED).params(id, id).query((row) -> {
			int number = row.getInt("number");
			if (row.getBoolean("missing")) {
				errors.add(ResultRows.field(number, ResultColumn.LINE), RosterFault.NO_SUCH_LINE);
			}
			else if (row.getBoolean("recovery")) {
				errors.add(ResultRows.field(number, ResultColumn.RESULT), RosterFault.RECOVERY_RETURNED);
			}
			else {
				errors.add(ResultRows.field(number, ResultColumn.RESULT), RosterFault.OTHER_RESULT,
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
							+ coalesce((select sum(o.amount) from payment_line o join payment_result_now q
								on q.roster = o.roster and q.number = o.number where o.roster = l.roster
								and o.applicant = l.applicant and o.paid_to = 'PERSON' and q.result = 'PAID'), 0) as left_over
						from (select distinct on (line) line, number, result from results_taken order by line, number) t
						join payment_line l on l.roster = ? and l.number = t.line
						left join payment_result_now p on p.roster = l.roster and p.number = l.number
						where l.amount < 0 and l.paid_to = 'PERSON' and t.result = 'PAID' and p.result is null) s
					where s.left_over < 0""")
			.param(id)
			.query((row) -> {
				errors.add(ResultRows.field(row.getInt("number"), ResultColumn.RESULT), RosterFault.NOTHING_TO_SET_OFF);
			});
	}

	/**
	 * Those that say something new. What is there already is found by its key: a plan
	 * that looks for it in the table goes through all that is being added, row by row.
	 */
	private int write(UUID id, String which) {
		int later = this.jdbc.sql(LATER + which).params(this.user.name(), id).update();
		return later + this.jdbc
			.sql("insert into payment_result (roster, number, result, reason, day, reported_by, reported_at)"
					+ " select l.roster, l.number, t.result, t.reason, t.day, ?, now() from"
					+ " (select distinct on (line) line, result, reason, day from results_taken order by line, number) t"
					+ " join payment_line l on l.roster = ? and l.number = t.line where " + which
					+ " on conflict (roster, number) do nothing")
			.params(this.user.name(), id)
			.update();
	}

	private void close(Roster roster) {
		boolean done = this.jdbc
			.sql("select (select count(*) from payment_result_now where roster = ? and result is not null) = ?")
			.params(roster.id(), roster.totals().lines())
			.query(Boolean.class)
			.single();
		if (done && roster.state() == RosterState.APPROVED) {
			this.store.end(roster.id(), RosterState.CLOSED, this.user.name());
			this.audit.record("ROSTER_CLOSED", roster.id().toString(), Map.of());
		}
	}

}
