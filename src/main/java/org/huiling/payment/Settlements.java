package org.huiling.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.huiling.audit.AuditTrail;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles by hand what is owed back and no roster can set off, as after a death: what was
 * collected from the estate, or is given up with a reason.
 */
@Component
class Settlements {

	private static final int UNPROCESSABLE = 422;

	/** What the last approved roster left open, less what was settled of it since. */
	private static final String OWED = """
			select o.roster, o.number, - o.amount - coalesce((select sum(s.counts) from payment_settlement_now s
				where s.jurisdiction = r.jurisdiction and s.applicant = o.applicant and s.program = o.program
					and s.period = o.period and s.claim is not distinct from o.claim and s.settled_at > r.made_at), 0) as owed
			from (select * from roster where jurisdiction = ? and state in ('APPROVED', 'CLOSED')
				order by month desc limit 1) r
			join payment_open o on o.roster = r.id and o.applicant = ? and o.program = ? and o.period = ?
				and o.claim is not distinct from ? and o.amount < 0""";

	private final JdbcClient jdbc;

	private final RosterStore store;

	private final Rosters rosters;

	private final SettlementBook book;

	private final FilesOfPerson files;

	private final AuditTrail audit;

	Settlements(JdbcClient jdbc, RosterStore store, Rosters rosters, SettlementBook book, FilesOfPerson files,
			AuditTrail audit) {
		this.jdbc = jdbc;
		this.store = store;
		this.rosters = rosters;
		this.book = book;
		this.files = files;
		this.audit = audit;
	}

	/**
	 * Settles it.
	 * @return its id
	 * @throws InvalidInput 422 {@code NOTHING_OWED} if it is more than the last approved
	 * roster left open
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID settle(SettlementBody body) {
		this.rosters.requireJurisdiction(body.jurisdiction());
		this.store.lock(body.jurisdiction());
		refuseDraft(body.jurisdiction());
		Optional<Debt> debt = debt(body);
		BigDecimal owed = debt.map(Debt::amount).orElse(BigDecimal.ZERO);
		if (debt.isEmpty() || owed.compareTo(body.amount()) < 0) {
			throw new InvalidInput(UNPROCESSABLE,
					List.of(FieldError.of("amount", RosterFault.NOTHING_OWED.name(), owed.toPlainString())));
		}
		return this.book.add(body, debt.get());
	}

	/**
	 * What was settled of a person's, by hand or by rule, also under files merged into
	 * theirs.
	 * @throws org.huiling.problem.Refusal 404 if the person is not on file, or not the
	 * caller's
	 */
	@Transactional
	public List<ObjectNode> of(UUID applicant) {
		Set<UUID> files = this.files.of(applicant);
		this.audit.record("SETTLEMENTS_READ", applicant.toString(), Map.of());
		return this.book.of(files);
	}

	/** A draft would set off again what is settled beside it. */
	private void refuseDraft(String jurisdiction) {
		this.store.of(jurisdiction)
			.stream()
			.filter((roster) -> roster.state() == RosterState.DRAFT)
			.findFirst()
			.ifPresent((roster) -> {
				throw new org.huiling.problem.Refusal(409, "ROSTER_OPEN", roster.month().toString());
			});
	}

	private Optional<Debt> debt(SettlementBody body) {
		Item item = body.item();
		return this.jdbc.sql(OWED)
			.param(body.jurisdiction())
			.param(body.applicant())
			.param(item.program())
			.param(item.period())
			.param(item.claim())
			.query((row, number) -> new Debt(row.getObject("roster", UUID.class), row.getInt("number"),
					row.getBigDecimal("owed")))
			.optional();
	}

}
