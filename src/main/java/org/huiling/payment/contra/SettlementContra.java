package org.huiling.payment.contra;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.Size;
import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.input.ReadBy;
import org.huiling.input.ReasonBody;
import org.huiling.payment.PaymasterAction;
import org.huiling.payment.PaymentEffects;
import org.huiling.payment.ProposedPayment;
import org.huiling.payment.roster.OpenDrafts;
import org.huiling.payment.settlement.SettlementBody;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 冲销结清: what was settled was settled in error, as with the wrong person. The debt is owed
 * again, and the next roster finds it.
 */
@Component
public class SettlementContra extends PaymasterAction<SettlementContra.Asked> {

	private static final int CONFLICT = 409;

	private final JdbcClient jdbc;

	private final OpenDrafts drafts;

	private final PolicyCatalogue catalogue;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final ProposedPayment proposed;

	SettlementContra(JdbcClient jdbc, OpenDrafts drafts, PolicyCatalogue catalogue, AuditTrail audit, CurrentUser user,
			ProposedPayment proposed, JsonMapper json) {
		super(Asked.class, json);
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.catalogue = catalogue;
		this.audit = audit;
		this.user = user;
		this.proposed = proposed;
	}

	/**
	 * A settlement that was taken back.
	 *
	 * @param settlement its id
	 * @param applicantId who owes it again
	 * @param kind how it was settled
	 * @param amount yuan
	 */
	record TakenBack(UUID settlement, UUID applicantId, SettlementBody.Kind kind, BigDecimal amount) {
	}

	private record Settled(TakenBack taken, String jurisdiction, String region, boolean before) {
	}

	/**
	 * A settlement that is to be taken back.
	 *
	 * @param settlement its id
	 * @param applicantId who owes it again
	 * @param kind how it was settled
	 * @param amount yuan
	 * @param reason why
	 */
	record Asked(@ReadBy(SettlementBody.Person.class) UUID settlement,
			@ReadBy(SettlementBody.Person.class) UUID applicantId, SettlementBody.Kind kind, BigDecimal amount,
			@Size(max = ReasonBody.LONGEST) String reason) {
	}

	/**
	 * What is proposed.
	 * @throws Refusal 404 if there is no such settlement in the caller's regions
	 */
	public Asked asked(UUID settlement, String reason) {
		TakenBack taken = settled(settlement).taken();
		return new Asked(settlement, taken.applicantId(), taken.kind(), taken.amount(), reason);
	}

	@Override
	public String name() {
		return "SETTLEMENT_CONTRA";
	}

	@Override
	protected Scope check(Asked asked) {
		Settled settled = settled(asked.settlement());
		this.drafts.refuse(settled.jurisdiction());
		if (settled(asked.settlement()).before()) {
			throw new Refusal(CONFLICT, "SETTLEMENT_TAKEN_BACK");
		}
		return new Scope(settled.taken().applicantId().toString(), settled.region());
	}

	@Override
	protected TakenBack confirm(Asked asked, String proposedBy) {
		TakenBack taken = settled(asked.settlement()).taken();
		this.jdbc.sql(
				"insert into payment_settlement_contra (settlement, reason, taken_back_by, confirmed_by, taken_back_at)"
						+ " values (?, ?, ?, ?, clock_timestamp())")
			.params(taken.settlement(), asked.reason(), proposedBy, this.user.name())
			.update();
		this.audit.record(AuditAction.SETTLEMENT_TAKEN_BACK, taken.applicantId().toString(), Map.of("settlement",
				taken.settlement().toString(), "kind", taken.kind().name(), "amount", taken.amount()));
		return taken;
	}

	@Override
	protected PaymentEffects effects(Asked asked) {
		return this.proposed.settlement(asked.settlement());
	}

	@Override
	protected Set<UUID> people(Asked asked) {
		return this.proposed.ofSettlement(asked.settlement());
	}

	private Settled settled(UUID id) {
		return this.jdbc.sql("select * from payment_settlement_now where id = ?")
			.param(id)
			.query((row, number) -> new Settled(
					new TakenBack(id, row.getObject("applicant", UUID.class),
							SettlementBody.Kind.valueOf(row.getString("kind")), row.getBigDecimal("amount")),
					row.getString("jurisdiction"), region(row.getString("jurisdiction")), row.getBoolean("taken_back")))
			.optional()
			.filter((one) -> this.user.regions().covers(one.region()))
			.orElseThrow(() -> Refusal.notFound("SETTLEMENT_NOT_FOUND"));
	}

	private String region(String jurisdiction) {
		return this.catalogue.jurisdiction(jurisdiction).orElseThrow().regionPrefix();
	}

}
