package org.huiling.payment.settlement;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

import org.huiling.payment.PaymasterAction;
import org.huiling.payment.PaymentEffects;
import org.huiling.payment.ProposedPayment;
import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** 核销: a debt is given up by hand. */
@Component
class WriteOffByHand extends PaymasterAction<SettlementBody> {

	private final DebtSettlements settlements;

	private final PolicyCatalogue catalogue;

	private final ProposedPayment proposed;

	WriteOffByHand(DebtSettlements settlements, PolicyCatalogue catalogue, ProposedPayment proposed, JsonMapper json) {
		super(SettlementBody.class, json);
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
	protected Scope check(SettlementBody asked) {
		this.settlements.requireOwed(asked);
		return new Scope(asked.applicantId().toString(),
				this.catalogue.jurisdiction(asked.jurisdiction()).orElseThrow().regionPrefix());
	}

	@Override
	protected Settled confirm(SettlementBody asked, String proposedBy) {
		return new Settled(this.settlements.writeOff(asked, proposedBy), asked.kind(), asked.amount(), asked.fault());
	}

	@Override
	protected PaymentEffects effects(SettlementBody asked) {
		return this.proposed.person(asked.applicantId());
	}

	@Override
	protected Set<UUID> people(SettlementBody asked) {
		return Set.of(asked.applicantId());
	}

}
