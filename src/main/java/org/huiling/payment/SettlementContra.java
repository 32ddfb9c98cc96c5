package org.huiling.payment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;
import org.huiling.proposal.ProposalAction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 冲销结清: what was settled was settled in error, as with the wrong person. The debt is owed
 * again, and the next roster finds it.
 */
@Component
class SettlementContra implements ProposalAction {

	private static final int CONFLICT = 409;

	private final JdbcClient jdbc;

	private final OpenDrafts drafts;

	private final PolicyCatalogue catalogue;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final ProposedPayment proposed;

	SettlementContra(JdbcClient jdbc, OpenDrafts drafts, PolicyCatalogue catalogue, AuditTrail audit, CurrentUser user,
			ProposedPayment proposed) {
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
	record TakenBack(UUID settlement, UUID applicantId, String kind, BigDecimal amount) {
	}

	private record Settled(TakenBack taken, String jurisdiction, String region, boolean before) {
	}

	/**
	 * What is proposed.
	 * @throws Refusal 404 if there is no such settlement in the caller's regions
	 */
	JsonNode values(UUID settlement, String reason) {
		TakenBack asked = settled(settlement).taken();
		return JsonNodeFactory.instance.objectNode()
			.put("settlement", settlement.toString())
			.put("applicantId", asked.applicantId().toString())
			.put("kind", asked.kind())
			.put("amount", asked.amount())
			.put("reason", reason);
	}

	@Override
	public String name() {
		return "SETTLEMENT_CONTRA";
	}

	@Override
	public Set<Role> proposers() {
		return Set.of(Role.PAYMASTER);
	}

	@Override
	public Set<Role> confirmers() {
		return Set.of(Role.PAYMASTER, Role.POLICY_APPROVER);
	}

	@Override
	public Scope check(JsonNode values) {
		Settled asked = settled(settlement(values));
		this.drafts.refuse(asked.jurisdiction());
		if (settled(settlement(values)).before()) {
			throw new Refusal(CONFLICT, "SETTLEMENT_TAKEN_BACK");
		}
		return new Scope(asked.taken().applicantId().toString(), asked.region());
	}

	@Override
	public TakenBack confirm(JsonNode values, String proposedBy) {
		TakenBack taken = settled(settlement(values)).taken();
		this.jdbc.sql(
				"insert into payment_settlement_contra (settlement, reason, taken_back_by, confirmed_by, taken_back_at)"
						+ " values (?, ?, ?, ?, clock_timestamp())")
			.params(taken.settlement(), values.get("reason").stringValue(), proposedBy, this.user.name())
			.update();
		this.audit.record(AuditAction.SETTLEMENT_TAKEN_BACK, taken.applicantId().toString(),
				Map.of("settlement", taken.settlement().toString(), "kind", taken.kind(), "amount", taken.amount()));
		return taken;
	}

	@Override
	public Map<String, ?> effects(JsonNode values) {
		return this.proposed.settlement(settlement(values));
	}

	@Override
	public Set<UUID> people(JsonNode values) {
		return this.proposed.ofSettlement(settlement(values));
	}

	/** The reason may speak of somebody. */
	@Override
	public JsonNode recorded(JsonNode values) {
		return ((ObjectNode) values.deepCopy()).without("reason");
	}

	private Settled settled(UUID id) {
		return this.jdbc.sql("select * from payment_settlement_now where id = ?")
			.param(id)
			.query((row, number) -> new Settled(
					new TakenBack(id, row.getObject("applicant", UUID.class), row.getString("kind"),
							row.getBigDecimal("amount")),
					row.getString("jurisdiction"), region(row.getString("jurisdiction")), row.getBoolean("taken_back")))
			.optional()
			.filter((one) -> this.user.regions().covers(one.region()))
			.orElseThrow(() -> Refusal.notFound("SETTLEMENT_NOT_FOUND"));
	}

	private String region(String jurisdiction) {
		return this.catalogue.jurisdiction(jurisdiction).orElseThrow().regionPrefix();
	}

	private static UUID settlement(JsonNode values) {
		return UUID.fromString(values.get("settlement").stringValue());
	}

}
