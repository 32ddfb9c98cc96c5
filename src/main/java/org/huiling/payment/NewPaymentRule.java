package org.huiling.payment;

import java.util.Set;

import org.huiling.account.Role;
import org.huiling.input.RecordReader;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.proposal.ProposalAction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** A jurisdiction pays in another way from a month on. */
@Component
class NewPaymentRule implements ProposalAction {

	private static final String JURISDICTION = "jurisdiction";

	private static final String RULE = "rule";

	private final PaymentRules rules;

	private final PolicyCatalogue catalogue;

	private final JsonMapper json;

	NewPaymentRule(PaymentRules rules, PolicyCatalogue catalogue, JsonMapper json) {
		this.json = json;
		this.rules = rules;
		this.catalogue = catalogue;
	}

	/** What is proposed: {@code {"jurisdiction", "rule": {…}}}. */
	ObjectNode values(String jurisdiction, PaymentRuleBody rule) {
		ObjectNode values = JsonNodeFactory.instance.objectNode().put(JURISDICTION, jurisdiction);
		values.set(RULE, this.json.valueToTree(rule));
		return values;
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
	public Scope check(JsonNode values) {
		String jurisdiction = values.get(JURISDICTION).stringValue();
		this.rules.requireOpen(jurisdiction, RecordReader.read(values.get(RULE), PaymentRuleBody.class).rule());
		return new Scope(jurisdiction, this.catalogue.jurisdiction(jurisdiction).orElseThrow().regionPrefix());
	}

	@Override
	public PaymentRuleView confirm(JsonNode values, String proposedBy) {
		return this.rules.set(values.get(JURISDICTION).stringValue(),
				RecordReader.read(values.get(RULE), PaymentRuleBody.class));
	}

}
