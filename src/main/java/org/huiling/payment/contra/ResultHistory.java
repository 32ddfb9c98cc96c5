package org.huiling.payment.contra;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of a line, entry by entry, and what taking the last back leaves. */
@Repository
class ResultHistory {

	private static final String TAKEN_BACK = "TAKEN_BACK";

	private static final String REPORTED = "REPORTED";

	private final JdbcClient jdbc;

	ResultHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * An entry.
	 *
	 * @param entry its number, 0 for the first result
	 * @param kind reported, taken back, or set off
	 * @param result what counts from then on, null if nothing does
	 */
	record Entry(int entry, String kind, @Nullable String result, @Nullable String reason, @Nullable LocalDate day) {
	}

	/** A line, and what was said of it. */
	record OfLine(UUID applicant, boolean recovery, List<Entry> entries) {

		OfLine {
			entries = List.copyOf(entries);
		}

		/** What counts; nothing if nothing was reported or it was taken back. */
		Optional<Entry> now() {
			return this.entries.isEmpty() ? Optional.empty()
					: Optional.of(this.entries.get(this.entries.size() - 1)).filter((one) -> one.result() != null);
		}

		/** A recovery follows its payments, unless somebody reported that it failed. */
		boolean follows() {
			return this.recovery && !now()
				.filter((one) -> REPORTED.equals(one.kind()) && "FAILED".equals(one.result())
						&& !"NOT_SET_OFF".equals(one.reason()))
				.isPresent();
		}

		/** What counts once the last of what was reported is taken back. */
		Optional<Entry> before() {
			Deque<Entry> reported = new ArrayDeque<>();
			for (Entry each : this.entries) {
				if (REPORTED.equals(each.kind())) {
					reported.push(each);
				}
				else if (TAKEN_BACK.equals(each.kind())) {
					reported.poll();
				}
			}
			reported.poll();
			return Optional.ofNullable(reported.peek());
		}

	}

	/** A line of a roster, if there is one. */
	Optional<OfLine> of(UUID roster, int line) {
		List<Entry> entries = this.jdbc
			.sql("select * from payment_result_history where roster = ? and number = ? order by entry")
			.params(roster, line)
			.query((row, number) -> new Entry(row.getInt("entry"), row.getString("kind"), row.getString("result"),
					row.getString("reason"), row.getObject("day", LocalDate.class)))
			.list();
		return this.jdbc
			.sql("select applicant, amount < 0 as recovery from payment_line where roster = ? and number = ?")
			.params(roster, line)
			.query((row, number) -> new OfLine(row.getObject("applicant", UUID.class), row.getBoolean("recovery"),
					entries))
			.optional();
	}

	/** Takes the last result of a line back. */
	void takeBack(UUID roster, int line, OfLine said, String why, String proposedBy, String confirmedBy) {
		Entry before = said.before().orElse(null);
		this.jdbc
			.sql("insert into payment_result_later (roster, number, entry, kind, result, reason, day, why, reported_by,"
					+ " confirmed_by, reported_at) values (?, ?, ?, 'TAKEN_BACK', ?, ?, ?, ?, ?, ?, clock_timestamp())")
			.param(roster)
			.param(line)
			.param(said.now().orElseThrow().entry() + 1)
			.param((before != null) ? before.result() : null)
			.param((before != null) ? before.reason() : null)
			.param((before != null) ? before.day() : null)
			.param(why)
			.param(proposedBy)
			.param(confirmedBy)
			.update();
		if (before == null) {
			forgetSetOff(roster, line, said.applicant(), proposedBy);
		}
	}

	/**
	 * While a payment waits for its result, so do recoveries set off against what is paid
	 * on its day.
	 */
	private void forgetSetOff(UUID roster, int line, UUID applicant, String by) {
		this.jdbc.sql("insert into payment_result_later (roster, number, entry, kind, reported_by, reported_at)"
				+ " select n.roster, n.number, n.entry + 1, 'SET_OFF', ?, clock_timestamp() from payment_line l"
				+ " join payment_result_now n on n.roster = l.roster and n.number = l.number"
				+ " where l.roster = ? and l.applicant = ? and l.kind = 'RECOVERY' and l.paid_to in ('PERSON', 'ORGANISATION')"
				+ " and l.pay_day is not distinct from (select p.pay_day from payment_line p where p.roster = l.roster"
				+ " and p.number = ?)" + " and (n.result = 'PAID' or n.reason = 'NOT_SET_OFF')")
			.params(by, roster, applicant, line)
			.update();
	}

}
