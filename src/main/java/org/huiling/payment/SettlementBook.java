package org.huiling.payment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditTrail;
import org.huiling.storage.TimeOrderedId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was settled; it is only ever added to. */
@Component
class SettlementBook {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final CurrentUser user;

	SettlementBook(JdbcClient jdbc, AuditTrail audit, CurrentUser user) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * Adds a settlement.
	 * @return its id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID add(SettlementBody settled) {
		UUID id = TimeOrderedId.next();
		Item item = settled.item();
		this.jdbc
			.sql("insert into payment_settlement (id, jurisdiction, applicant, program, period, claim, kind, amount,"
					+ " reason, settled_by, settled_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())")
			.param(id)
			.param(settled.jurisdiction())
			.param(settled.applicant())
			.param(item.program())
			.param(item.period())
			.param(item.claim())
			.param(settled.kind().name())
			.param(settled.amount())
			.param(settled.reason())
			.param(this.user.name())
			.update();
		this.audit.record("OVERPAYMENT_SETTLED", settled.applicant().toString(),
				Map.<String, Object>of("settlement", id.toString(), "program", item.program(), "period", item.period(),
						"kind", settled.kind().name(), "amount", settled.amount()));
		return id;
	}

}
