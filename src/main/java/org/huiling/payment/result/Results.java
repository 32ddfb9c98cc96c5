package org.huiling.payment.result;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.FourEyes;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.input.InputErrors;
import org.huiling.payment.calculation.SetOff;
import org.huiling.payment.result.ResultRows.AsSent;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.RosterFault;
import org.huiling.payment.roster.RosterState;
import org.huiling.payment.roster.RosterStore;
import org.huiling.payment.roster.Rosters;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bank reports: once for each line and, where a transfer comes back later, once
 * more. A recovery is never transferred, see {@link SetOff}.
 */
@Component
public class Results {

	private static final int CONFLICT = 409;

	/** Each wrong row is named, and a bank's file may be of another month altogether. */
	private static final int MOST_LISTED = 10_000;

	private static final int MANY = 10_000;

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

	/**
	 * Recoveries reported as PAID beyond what arrived: a person pays back out of that, on
	 * the same pay day, nothing else. Nothing is joined, see {@link SetOff}.
	 */
	private static final String NOT_SET_OFF = """
			with said as (
				select number, applicant, paid_to, pay_day, amount, null::text as result, -1 as entry,
					null::integer as place
				from payment_line where roster = ?
				union all
				select number, null, null, null, null, result, entry, null from payment_result_history where roster = ?
				union all
				select line, null, null, null, null, result, -2, number from results_taken),
			line as (
				select *, first_value(result) over (partition by number order by entry desc) as now,
					max(result) filter (where entry = -2) over whole as asked, min(place) over whole as at
				from said window whole as (partition by number)),
			person as (
				select at, amount < 0 and asked = 'PAID' and now is null as fresh,
					coalesce(sum(amount) filter (where now = 'PAID') over (partition by applicant, pay_day), 0)
						+ coalesce(sum(amount) filter (where amount < 0 and asked = 'PAID' and now is null)
							over (partition by applicant, pay_day order by at), 0) as left_over
				from line where entry = -1 and paid_to in ('PERSON', 'ORGANISATION'))
			select at as place from person where fresh and left_over < 0 order by at""";

	private final RosterStore store;

	private final Rosters rosters;

	private final JdbcClient jdbc;

	private final ResultStage stage;

	private final SentResults sent;

	private final ResultSums sums;

	private final SetOff setOff;

	private final AuditTrail audit;

	private final CurrentUser user;

	Results(RosterStore store, Rosters rosters, ResultStage stage, SentResults sent, ResultSums sums, SetOff setOff,
			JdbcClient jdbc, AuditTrail audit, CurrentUser user) {
		this.store = store;
		this.rosters = rosters;
		this.jdbc = jdbc;
		this.stage = stage;
		this.sent = sent;
		this.sums = sums;
		this.setOff = setOff;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * What a file came to.
	 *
	 * @param accepted lines that have their result, or came back, by it
	 * @param known lines that had the same result before
	 * @param unanswered rows that say nothing yet
	 * @param ignored the names of the columns that nothing was read of
	 * @param warnings how many rows are odd
	 * @param remarks the first of them
	 * @param roster as it is now
	 */
	public record Imported(long accepted, long known, long unanswered, List<String> ignored, long warnings,
			List<ResultRemark> remarks, Roster roster) {
	}

	/**
	 * What taking a file would come to.
	 *
	 * @param imported what it would come to, null if it is refused
	 * @param digest of the file and what it would come to
	 * @param sums by result
	 * @param waiting what would still be without a result
	 * @param errors why it is refused
	 * @param asSent its rows
	 */
	public record Looked(@Nullable Imported imported, String digest, List<ResultSum> sums, ResultSums.Waiting waiting,
			List<FieldError> errors, SentResults.Kept asSent) {
	}

	/**
	 * Takes results; all of them or, if any is wrong, none.
	 * @param shown the digest of what was shown of it before, null if nothing was
	 * @throws InvalidInput naming each line at fault
	 * @throws Refusal 403 {@code OWN_ROSTER} to who made it, 409
	 * {@code ROSTER_NOT_APPROVED}, {@code RESULTS_NOT_AS_SHOWN}
	 */
	@Transactional
	public Imported take(UUID id, InputStream csv, @Nullable String shown) {
		if (shown == null) {
			return take(id, csv, AsSent.UNKEPT);
		}
		DigestInputStream file = ResultSums.digested(csv);
		Imported imported = take(id, file, AsSent.UNKEPT);
		if (!shown.equals(this.sums.digest(file, imported, this.sums.of(id)))) {
			throw new Refusal(CONFLICT, "RESULTS_NOT_AS_SHOWN");
		}
		return imported;
	}

	/**
	 * Finds out what taking a file would come to, by taking it: whoever asks rolls back.
	 * @throws InvalidInput if no row of it could be looked at
	 * @throws Refusal as when it is taken
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Looked look(UUID id, InputStream csv) {
		DigestInputStream file = ResultSums.digested(csv);
		SentResults.Kept rows = this.sent.begin();
		try {
			Imported imported = take(id, file, rows);
			List<ResultSum> sums = this.sums.of(id);
			return new Looked(imported, this.sums.digest(file, imported, sums), sums, this.sums.waiting(id), List.of(),
					rows);
		}
		catch (InvalidInput ex) {
			if (rows.isEmpty()) {
				throw ex;
			}
			return new Looked(null, "", List.of(), ResultSums.Waiting.UNKNOWN, ex.errors(), rows);
		}
	}

	private Imported take(UUID id, InputStream csv, AsSent asSent) {
		Roster roster = reportable(id);
		InputErrors errors = new InputErrors(MOST_LISTED);
		ResultRemarks remarks = new ResultRemarks();
		List<String> ignored = this.stage.gather(roster, csv, errors, remarks, asSent);
		// nobody waits while a file comes over a slow line
		this.store.lock(roster.jurisdiction());
		roster = reportable(id);
		this.stage.refuseOthers(roster, errors, remarks);
		this.stage.leaveOpen(roster, errors);
		this.stage.expand(id);
		refuseContradictions(id, errors);
		errors.throwIfAny();
		boolean first = isFirst(id);
		int lines = this.jdbc.sql("select count(distinct line) from results_taken").query(Integer.class).single();
		int payments = write(id, first, "l.amount > 0");
		refuseNotSetOff(id, errors);
		errors.throwIfAny();
		int fresh = payments + write(id, first, "l.amount < 0");
		lookAt(fresh);
		this.setOff.follow(id);
		close(roster);
		this.audit.record(AuditAction.ROSTER_RESULTS_TAKEN, id.toString(), Map.of("lines", fresh));
		return new Imported(fresh, lines - fresh, remarks.unansweredRows(), ignored, remarks.count(), remarks.listed(),
				this.rosters.visible(id));
	}

	private Roster reportable(UUID id) {
		Roster roster = this.rosters.visible(id);
		FourEyes.refuse(roster.madeBy().equals(this.user.name()), "OWN_ROSTER");
		if (roster.state() != RosterState.APPROVED && roster.state() != RosterState.CLOSED) {
			throw new Refusal(CONFLICT, "ROSTER_NOT_APPROVED", roster.state().name());
		}
		return roster;
	}

	private boolean isFirst(UUID id) {
		return this.jdbc.sql("select not exists (select from payment_result where roster = ?)")
			.param(id)
			.query(Boolean.class)
			.single();
	}

	/**
	 * What follows joins what was just added, and plans for as much as is known of it.
	 */
	private void lookAt(int added) {
		if (added > MANY) {
			this.jdbc.sql("analyze payment_result").update();
		}
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

	private void refuseNotSetOff(UUID id, InputErrors errors) {
		this.jdbc.sql(NOT_SET_OFF).params(id, id).query((row) -> {
			errors.add(ResultRows.field(row.getInt("place"), ResultColumn.RESULT), RosterFault.NOTHING_TO_SET_OFF);
		});
	}

	/**
	 * Those that say something new. What is there already is found by its key: a plan
	 * that looks for it in the table goes through all that is being added, row by row.
	 */
	private int write(UUID id, boolean first, String which) {
		int later = first ? 0 : this.jdbc.sql(LATER + which).params(this.user.name(), id).update();
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
			this.audit.record(AuditAction.ROSTER_CLOSED, roster.id().toString(), Map.of());
		}
	}

}
