package org.huiling.payment.person;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.payment.calculation.ArrearsReason;
import org.huiling.payment.calculation.BalanceReader;
import org.huiling.payment.calculation.ItemBalance;
import org.huiling.payment.calculation.LineKind;
import org.huiling.payment.calculation.OpenReason;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.person.PersonPayments.Balance;
import org.huiling.payment.person.PersonPayments.Line;
import org.huiling.payment.person.PersonPayments.LineState;
import org.huiling.payment.person.PersonPayments.Open;
import org.huiling.payment.roster.FilesOfPerson;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what one person is due and was paid, over all rosters. */
@Component
public class PaymentsOfPerson {

	private static final String WHERE = """
			select distinct d.jurisdiction, j.currency from (
				select jurisdiction from decision where applicant = any(?)
				union select r.jurisdiction from payment_line l join roster r on r.id = l.roster where l.applicant = any(?)) d
			join jurisdiction j on j.id = d.jurisdiction order by 1""";

	private static final String LINES = """
			select l.*, r.jurisdiction, j.currency, r.month, r.state, r.pay_day as rosters_day, p.result, p.reason
			from payment_line l join roster r on r.id = l.roster join jurisdiction j on j.id = r.jurisdiction
			left join payment_result_now p on p.roster = l.roster and p.number = l.number
			where l.applicant = any(?) and r.state <> 'DISCARDED'
			order by r.month desc, r.jurisdiction, l.period desc, l.number""";

	/** Less what was settled since, of what is owed back. */
	private static final String OPEN = """
			select o.*, r.jurisdiction, j.currency, r.month, o.amount + case when o.amount < 0 then coalesce((select sum(s.counts)
				from payment_settlement_now s where s.jurisdiction = r.jurisdiction and s.applicant = o.applicant
					and s.program = o.program and s.period = o.period and s.claim is not distinct from o.claim
					and s.settled_at > r.made_at), 0) else 0 end as now
			from (select distinct on (jurisdiction) * from roster where state in ('APPROVED', 'CLOSED')
				order by jurisdiction, month desc) r
			join payment_open o on o.roster = r.id join jurisdiction j on j.id = r.jurisdiction
			where o.applicant = any(?) order by r.jurisdiction, o.period, o.program, o.number""";

	private final JdbcClient jdbc;

	private final BalanceReader balances;

	private final FilesOfPerson files;

	private final RecordedTime recorded;

	private final AuditTrail audit;

	private final Clock clock;

	PaymentsOfPerson(JdbcClient jdbc, BalanceReader balances, FilesOfPerson files, RecordedTime recorded,
			AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.balances = balances;
		this.files = files;
		this.recorded = recorded;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What is due up to this month and was paid; noted in the audit trail as read.
	 * @param applicant the person or organisation
	 * @throws org.huiling.problem.Refusal 404 if they are not on file, or not the
	 * caller's
	 */
	@Transactional
	public PersonPayments of(UUID applicant) {
		Set<UUID> own = this.files.of(applicant);
		UUID[] ids = own.toArray(UUID[]::new);
		List<Line> lines = this.jdbc.sql(LINES).param(ids).query((row, number) -> line(row)).list();
		List<Open> open = this.jdbc.sql(OPEN)
			.param(ids)
			.query((row, number) -> open(row))
			.list()
			.stream()
			.filter((one) -> one.amount().signum() != 0)
			.toList();
		List<Balance> all = new ArrayList<>();
		this.jdbc.sql(WHERE)
			.params(ids, ids)
			.query((row, number) -> new Money(row.getString("jurisdiction"), row.getString("currency")))
			.list()
			.forEach((money) -> all.addAll(balances(money, own, lines)));
		this.audit.record(AuditAction.PAYMENTS_READ, applicant.toString(), Map.of());
		return new PersonPayments(all, lines, open);
	}

	/** Whose money, and what it is in. */
	private record Money(String jurisdiction, String currency) {
	}

	private List<Balance> balances(Money money, Collection<UUID> files, List<Line> lines) {
		Map<PaymentItem, BigDecimal> underWay = lines.stream()
			.filter((line) -> line.state() == LineState.APPROVED && line.jurisdiction().equals(money.jurisdiction()))
			.collect(Collectors.toMap((line) -> key(new PaymentItem(line.period(), line.program(), line.claim())),
					Line::amount, BigDecimal::add));
		List<Balance> found = new ArrayList<>();
		this.balances.read(money.jurisdiction(), this.recorded.settled(), files,
				(ledger) -> ItemBalance.of(ledger, YearMonth.now(this.clock))
					.forEach((one) -> found.add(
							balance(money, one, underWay.getOrDefault(key(one.item()), BigDecimal.ZERO.setScale(2))))));
		return found;
	}

	/** What is given once is one item, whatever month it is paid for. */
	private static PaymentItem key(PaymentItem item) {
		return item.isOnce() ? item.in("ONCE") : item;
	}

	private static Balance balance(Money money, ItemBalance one, BigDecimal underWay) {
		PaymentItem item = one.item();
		return new Balance(money.jurisdiction(), money.currency(), item.program(), item.period(), item.claim(),
				item.lastMonth(), one.due(), one.booked().subtract(underWay), underWay, one.writtenOff());
	}

	private static Line line(ResultSet row) throws SQLException {
		String because = row.getString("because");
		LocalDate own = row.getObject("pay_day", LocalDate.class);
		return new Line(row.getObject("roster", UUID.class), row.getString("jurisdiction"), row.getString("currency"),
				YearMonth.parse(row.getString("month")), row.getInt("number"), row.getString("program"),
				row.getString("period"), row.getString("claim"), LineKind.valueOf(row.getString("kind")),
				row.getBigDecimal("amount"), (because != null) ? ArrearsReason.valueOf(because) : null,
				state(row.getString("state"), row.getString("result")), row.getString("reason"),
				(own != null) ? own : row.getObject("rosters_day", LocalDate.class));
	}

	private static LineState state(String roster, @Nullable String result) {
		if (result != null) {
			return LineState.valueOf(result);
		}
		return "DRAFT".equals(roster) ? LineState.DRAFT : LineState.APPROVED;
	}

	private static Open open(ResultSet row) throws SQLException {
		return new Open(row.getObject("applicant", UUID.class), row.getString("jurisdiction"),
				row.getString("currency"), YearMonth.parse(row.getString("month")), row.getString("program"),
				row.getString("period"), row.getString("claim"), row.getBigDecimal("now"),
				OpenReason.valueOf(row.getString("reason")), row.getObject("due", LocalDate.class));
	}

}
