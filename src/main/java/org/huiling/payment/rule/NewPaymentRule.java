package org.huiling.payment.rule;

import java.util.Set;

import jakarta.validation.constraints.Size;
import org.huiling.account.Role;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.proposal.RecordAction;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** A jurisdiction pays in another way from a month on. */
@Component
class NewPaymentRule extends RecordAction<NewPaymentRule.Asked> {

	private final PaymentRules rules;

	private final PolicyCatalogue catalogue;

	NewPaymentRule(PaymentRules rules, PolicyCatalogue catalogue, JsonMapper json) {
		super(Asked.class, json);
		this.rules = rules;
		this.catalogue = catalogue;
	}

	/**
	 * What is proposed.
	 *
	 * @param jurisdiction who pays
	 * @param rule how
	 */
	record Asked(@Size(max = 64) String jurisdiction, PaymentRuleBody rule) {
	}

	@Override
	public String name() {
		return "PAYMENT_RULE_SET";
	}

	@Override
	public Set<Role> proposers() {
		return Set.of(Role.POLICY_EDITOR, Role.POLICY_APPROVER);
	}

	@Override
	public Set<Role> confirmers() {
		return Set.of(Role.POLICY_APPROVER);
	}

	@Override
	protected Scope check(Asked asked) {
		this.rules.requireOpen(asked.jurisdiction(), asked.rule());
		return new Scope(asked.jurisdiction(),
				this.catalogue.jurisdiction(asked.jurisdiction()).orElseThrow().regionPrefix());
	}

	@Override
	protected PaymentRuleView confirm(Asked asked, String proposedBy) {
		return this.rules.set(asked.jurisdiction(), asked.rule());
	}

}
