package org.huiling.payment.rule;

import java.util.List;

import org.huiling.proposal.Proposal;
import org.huiling.proposal.Proposals;

import org.springframework.stereotype.Component;

/** How jurisdictions pay, and proposing that they pay otherwise. */
@Component
public class PaymentRuleProposals {

	private final PaymentRules rules;

	private final Proposals proposals;

	private final NewPaymentRule newRule;

	PaymentRuleProposals(PaymentRules rules, Proposals proposals, NewPaymentRule newRule) {
		this.rules = rules;
		this.proposals = proposals;
		this.newRule = newRule;
	}

	/**
	 * The rules of a jurisdiction.
	 * @param jurisdiction its id
	 * @return the earliest first; before them the one that holds for all, after them
	 * those of its programs
	 * @throws org.huiling.problem.Refusal 404 {@code JURISDICTION_NOT_FOUND}
	 */
	public List<PaymentRuleView> of(String jurisdiction) {
		return this.rules.of(jurisdiction);
	}

	/**
	 * Proposes how a jurisdiction pays from a month on.
	 * @param jurisdiction its id
	 * @param rule how
	 * @return what waits for a POLICY_APPROVER with another account
	 * @throws org.huiling.problem.InvalidInput 422 if it has no such program
	 * @throws org.huiling.problem.Refusal 409 if a roster was made for the month or a
	 * later one
	 */
	public Proposal propose(String jurisdiction, PaymentRuleBody rule) {
		return this.proposals.propose(this.newRule, new NewPaymentRule.Asked(jurisdiction, rule));
	}

}
