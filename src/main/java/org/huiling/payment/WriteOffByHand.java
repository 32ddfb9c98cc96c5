package org.huiling.payment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.Role;
import org.huiling.input.RecordReader;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.proposal.ProposalAction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** 核销: a debt is given up by hand. */
@Component
class WriteOffByHand implements ProposalAction {

	private final Settlements settlements;

	private final PolicyCatalogue catalogue;

	private final ProposedPayment proposed;

	WriteOffByHand(Settlements settlements, PolicyCatalogue catalogue, ProposedPayment proposed) {
		this.settlements = settlements;
		this.catalogue = catalogue;
		this.proposed = proposed;
	}

	/**
	 * What was settled.
	 *
	 * @param id of the settlement
	 * @param kind how
	 * @param amount yuan
	 * @param fault whose fault it was, null where nobody says
	 */
	record Settled(UUID id, SettlementBody.Kind kind, BigDecimal amount, @Nullable SettlementFault fault) {
	}

	@Override
	public String name() {
		return "WRITE_OFF";
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
		SettlementBody asked = RecordReader.read(values, SettlementBody.class);
		this.settlements.requireOwed(asked);
		return new Scope(asked.applicantId().toString(),
				this.catalogue.jurisdiction(asked.jurisdiction()).orElseThrow().regionPrefix());
	}

	@Override
	public Settled confirm(JsonNode values, String proposedBy) {
		SettlementBody asked = RecordReader.read(values, SettlementBody.class);
		return new Settled(this.settlements.writeOff(asked, proposedBy), asked.kind(), asked.amount(), asked.fault());
	}

	@Override
	public Map<String, ?> effects(JsonNode values) {
		return this.proposed.person(RecordReader.read(values, SettlementBody.class).applicantId());
	}

	@Override
	public Set<UUID> people(JsonNode values) {
		return Set.of(RecordReader.read(values, SettlementBody.class).applicantId());
	}

	/** The reason may speak of somebody. */
	@Override
	public JsonNode recorded(JsonNode values) {
		return ((ObjectNode) values.deepCopy()).without("reason");
	}

}
