package org.huiling.payment.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was settled; it is only ever added to. */
@Component
public class SettlementStore {

	private static final String SETTLED = """
			select s.*, c.reason as why, c.taken_back_by, c.confirmed_by as taken_back_with,
				c.taken_back_at, (select j.currency from jurisdiction j where j.id = s.jurisdiction) as currency
			from payment_settlement_now s left join payment_settlement_contra c on c.settlement = s.id
			where s.applicant = any(?) order by s.settled_at, s.id""";

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	SettlementStore(JdbcClient jdbc, AuditTrail audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * Adds a settlement of a debt, and who confirmed it where that takes two.
	 * @return its id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID add(SettlementBody settled, Debt debt, String by, @Nullable String confirmedBy) {
		UUID id = TimeOrderedId.next();
		PaymentItem item = settled.item();
		SettlementFault fault = settled.fault();
		this.jdbc
			.sql("insert into payment_settlement (id, jurisdiction, applicant, program, period, claim, kind, amount,"
					+ " fault, reason, settled_by, settled_at, open_roster, open_number, confirmed_by)"
					+ " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?, ?, ?)")
			.param(id)
			.param(settled.jurisdiction())
			.param(settled.applicantId())
			.param(item.program())
			.param(item.period())
			.param(item.claim())
			.param(settled.kind().name())
			.param(settled.amount())
			.param((fault != null) ? fault.name() : null)
			.param(settled.reason())
			.param(by)
			.param(debt.roster())
			.param(debt.number())
			.param(confirmedBy)
			.update();
		this.audit.record(AuditAction.OVERPAYMENT_SETTLED, settled.applicantId().toString(),
				Map.<String, Object>of("settlement", id.toString(), "program", item.program(), "period", item.period(),
						"kind", settled.kind().name(), "amount", settled.amount()));
		return id;
	}

	/** What was settled of some files, in the order in which it was. */
	public List<SettlementView> of(Set<UUID> files) {
		return this.jdbc.sql(SETTLED).param(files.toArray(UUID[]::new)).query((row, number) -> view(row)).list();
	}

	private static SettlementView view(ResultSet row) throws SQLException {
		String fault = row.getString("fault");
		return new SettlementView(row.getObject("id", UUID.class), row.getString("jurisdiction"),
				row.getObject("applicant", UUID.class), row.getString("program"), row.getString("period"),
				row.getString("claim"), SettlementBody.Kind.valueOf(row.getString("kind")), row.getBigDecimal("amount"),
				row.getString("currency"), (fault != null) ? SettlementFault.valueOf(fault) : null,
				row.getString("reason"), row.getString("settled_by"), row.getString("confirmed_by"),
				instant(row, "settled_at"), row.getBigDecimal("counts"), row.getBigDecimal("lapsed"),
				row.getBoolean("taken_back") ? new SettlementView.Contra(row.getString("why"),
						row.getString("taken_back_by"), row.getString("taken_back_with"), instant(row, "taken_back_at"))
						: null);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
