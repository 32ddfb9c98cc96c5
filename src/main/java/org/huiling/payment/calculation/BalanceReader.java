package org.huiling.payment.calculation;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.huiling.decision.store.PayableDecisions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads what stands, what was paid, given up and is held back of everybody in a
 * jurisdiction, person by person through a cursor.
 */
@Component
public class BalanceReader {

	private static final int FETCHED = 2000;

	private static final int WAITED = 3;

	private static final int HELD = 4;

	private static final int WRITTEN_OFF = 5;

	private static final String PAID = """
			select l.applicant, 1 as source, l.program, l.claim, l.period, l.decision, l.amount, l.version, l.kind,
				coalesce(p.result in ('FAILED', 'RETURNED'), false) as failed, r.month, l.number, false as moved_out,
				null::timestamptz as decided_at, null::bytea as facts, null as corrects
			from payment_line l join roster r on r.id = l.roster
			left join payment_result_now p on p.roster = l.roster and p.number = l.number
			where r.jurisdiction = ? and r.state in ('APPROVED', 'CLOSED')
			union all
			select s.applicant, 2, s.program, s.claim, s.period, null::uuid, s.counts, null, null, false, null, 0, false,
				null, null, null
			from payment_settlement_now s where s.jurisdiction = ? and s.kind = 'COLLECTED' and s.counts > 0
			union all
			select s.applicant, 5, s.program, s.claim, s.period, o.decision, s.counts, s.id::text, null, false, null, 0, false,
				null, null, null
			from payment_settlement_now s left join payment_open o on o.roster = s.open_roster and o.number = s.open_number
			where s.jurisdiction = ? and s.kind = 'WRITTEN_OFF' and s.counts > 0
			union all
			select o.applicant, 3, o.program, o.claim, o.period, null::uuid, 0.00, null, o.reason, false, max(r.month), 0,
				false, null, null, null
			from payment_open o join roster r on r.id = o.roster
			where r.jurisdiction = ? and r.state in ('APPROVED', 'CLOSED') and o.amount > 0
				and o.reason not in ('TOO_OLD', 'BELOW_TOLERANCE', 'DECEASED', 'NOT_ITS_MONTH')
			group by o.applicant, o.program, o.claim, o.period, o.reason
			union all
			select h.applicant, 4, h.program, null, h.from_month, h.id, 0.00, null, h.code, false, null, 0, false,
				null, null, null
			from payment_hold h where h.held_at <= ? and not exists
				(select from payment_hold_release u where u.hold = h.id and u.released_at <= ?)""";

	private final JdbcTemplate jdbc;

	private final String query;

	/** The same of some files. */
	private final String some;

	BalanceReader(DataSource dataSource, PayableDecisions decisions) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.jdbc.setFetchSize(FETCHED);
		String all = "select coalesce(m.survivor, x.applicant) as person, x.* from (select p.applicant, 0 as source,"
				+ " p.program, p.claim, p.period, p.id as decision, p.amount, p.version, null as kind,"
				+ " false as failed, null as month, 0 as number, p.moved_out, p.decided_at, p.facts, p.corrects from ("
				+ decisions.points() + ") p union all " + PAID
				+ ") x left join applicant_merged_into m on m.id = x.applicant";
		String order = " order by 1, x.source, x.month, x.number, x.version";
		this.query = all + order;
		this.some = all + " where x.applicant = any(?)" + order;
	}

	/** What is decided about one person and booked; who they are is not known yet. */
	public record Ledger(UUID person, List<DecidedPoint> decided, List<BookedLine> booked, List<WriteOff> writeOffs,
			Map<PaymentItem, OpenReason> waited, List<Hold> holds) {
	}

	/** Everybody, one after the other. */
	public void read(String jurisdiction, Instant knownAt, Consumer<Ledger> taker) {
		Gathering gathering = new Gathering(taker);
		this.jdbc.query(this.query, gathering::row, parameters(jurisdiction, knownAt).toArray());
		gathering.end();
	}

	/** Those whose some files are, all files of each among them. */
	public void read(String jurisdiction, Instant knownAt, Collection<UUID> files, Consumer<Ledger> taker) {
		Gathering gathering = new Gathering(taker);
		List<Object> parameters = parameters(jurisdiction, knownAt);
		parameters.add(files.toArray(UUID[]::new));
		this.jdbc.query(this.some, gathering::row, parameters.toArray());
		gathering.end();
	}

	private static List<Object> parameters(String jurisdiction, Instant knownAt) {
		OffsetDateTime at = knownAt.atOffset(ZoneOffset.UTC);
		return new ArrayList<>(
				List.of(jurisdiction, at, at, jurisdiction, jurisdiction, jurisdiction, jurisdiction, at, at));
	}

	private static final class Gathering {

		private final Consumer<Ledger> taker;

		private @Nullable Ledger current;

		Gathering(Consumer<Ledger> taker) {
			this.taker = taker;
		}

		void row(ResultSet row) throws SQLException {
			UUID person = row.getObject("person", UUID.class);
			Ledger ledger = this.current;
			if (ledger == null || !ledger.person().equals(person)) {
				end();
				ledger = new Ledger(person, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>(),
						new ArrayList<>());
				this.current = ledger;
			}
			if (row.getInt("source") == HELD) {
				ledger.holds()
					.add(new Hold(row.getObject("decision", UUID.class), YearMonth.parse(row.getString("period")),
							row.getString("program"), HoldCode.valueOf(row.getString("kind"))));
				return;
			}
			PaymentItem item = new PaymentItem(row.getString("period"), row.getString("program"),
					row.getString("claim"));
			if (row.getInt("source") == 0) {
				ledger.decided()
					.add(new DecidedPoint(row.getObject("applicant", UUID.class), item,
							row.getObject("decision", UUID.class), row.getBigDecimal("amount"),
							row.getString("version"), row.getBoolean("moved_out"), act(row)));
			}
			else if (row.getInt("source") == WAITED) {
				// the month of the roster comes last that did so last
				ledger.waited().put(item, OpenReason.valueOf(row.getString("kind")));
			}
			else if (row.getInt("source") == 1) {
				ledger.booked()
					.add(BookedLine.line(item, LineKind.valueOf(row.getString("kind")), row.getBigDecimal("amount"),
							row.getBoolean("failed"), row.getString("version")));
			}
			else if (row.getInt("source") == WRITTEN_OFF) {
				// the columns hold here the decision of the debt, and the settlement's id
				ledger.writeOffs()
					.add(new WriteOff(UUID.fromString(row.getString("version")), item, row.getBigDecimal("amount"),
							row.getObject("decision", UUID.class)));
			}
			else {
				ledger.booked().add(BookedLine.collected(item, row.getBigDecimal("amount")));
			}
		}

		private static DecidedPoint.Act act(ResultSet row) throws SQLException {
			String corrects = row.getString("corrects");
			return new DecidedPoint.Act(row.getTimestamp("decided_at").toInstant(),
					ByteBuffer.wrap(Arrays.copyOf(row.getBytes("facts"), Long.BYTES)).getLong(),
					(corrects == null) ? null
							: corrects.equals("POLICY") ? ArrearsReason.POLICY_CHANGED : ArrearsReason.DATA_CORRECTED);
		}

		void end() {
			if (this.current != null) {
				this.taker.accept(this.current);
			}
		}

	}

}
