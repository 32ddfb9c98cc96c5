package org.huiling.payment.settlement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.roster.FilesOfPerson;
import org.huiling.payment.roster.OpenDrafts;
import org.huiling.payment.roster.RosterFault;
import org.huiling.payment.roster.Rosters;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles by hand what is owed back and no roster can set off, as after a death: what was
 * collected from the estate, or is given up with a reason.
 */
@Component
public class DebtSettlements {

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

	private final OpenDrafts drafts;

	private final Rosters rosters;

	private final SettlementStore book;

	private final FilesOfPerson files;

	private final AuditTrail audit;

	private final CurrentUser user;

	DebtSettlements(JdbcClient jdbc, OpenDrafts drafts, Rosters rosters, SettlementStore book, FilesOfPerson files,
			AuditTrail audit, CurrentUser user) {
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.rosters = rosters;
		this.book = book;
		this.files = files;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * Settles what was collected.
	 * @return its id
	 * @throws InvalidInput 422 {@code NOTHING_OWED} if it is more than the last approved
	 * roster left open
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID collect(SettlementBody body) {
		return this.book.add(body, requireOwed(body), this.user.name(), null);
	}

	/**
	 * Gives up what another account proposed to give up.
	 * @return its id
	 * @throws InvalidInput as {@link #collect}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID writeOff(SettlementBody body, String proposedBy) {
		return this.book.add(body, requireOwed(body), proposedBy, this.user.name());
	}

	/**
	 * The debt that would be settled.
	 * @throws InvalidInput 422 {@code NOTHING_OWED} if less is owed
	 * @throws org.huiling.problem.Refusal 409 {@code ROSTER_OPEN} while a draft waits: it
	 * would set off again what is settled beside it
	 */
	public Debt requireOwed(SettlementBody body) {
		this.rosters.requireJurisdiction(body.jurisdiction());
		this.drafts.refuse(body.jurisdiction());
		Optional<Debt> debt = debt(body);
		BigDecimal owed = debt.map(Debt::amount).orElse(BigDecimal.ZERO);
		return debt.filter((one) -> owed.compareTo(body.amount()) >= 0)
			.orElseThrow(() -> new InvalidInput(UNPROCESSABLE,
					List.of(FieldError.of("amount", RosterFault.NOTHING_OWED.name(), owed.toPlainString()))));
	}

	/**
	 * What was settled of a person's, by hand or by rule, also under files merged into
	 * theirs; noted in the audit trail as read.
	 * @param applicant the person
	 * @return the oldest first
	 * @throws org.huiling.problem.Refusal 404 if the person is not on file, or not the
	 * caller's
	 */
	@Transactional
	public List<SettlementView> of(UUID applicant) {
		Set<UUID> files = this.files.of(applicant);
		this.audit.record(AuditAction.SETTLEMENTS_READ, applicant.toString(), Map.of());
		return this.book.of(files);
	}

	private Optional<Debt> debt(SettlementBody body) {
		PaymentItem item = body.item();
		return this.jdbc.sql(OWED)
			.param(body.jurisdiction())
			.param(body.applicantId())
			.param(item.program())
			.param(item.period())
			.param(item.claim())
			.query((row, number) -> new Debt(row.getObject("roster", UUID.class), row.getInt("number"),
					row.getBigDecimal("owed")))
			.optional();
	}

}
