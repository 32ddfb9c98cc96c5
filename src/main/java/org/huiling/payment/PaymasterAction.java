package org.huiling.payment;

import java.util.Set;

import org.huiling.account.Role;
import org.huiling.proposal.RecordAction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one paymaster proposes and another, or an approver, confirms.
 *
 * @param <V> its values, a reason among them
 */
public abstract class PaymasterAction<V extends Record> extends RecordAction<V> {

	public PaymasterAction(Class<V> type, JsonMapper json) {
		super(type, json);
	}

	@Override
	public Set<Role> proposers() {
		return Set.of(Role.PAYMASTER);
	}

	@Override
	public Set<Role> confirmers() {
		return Set.of(Role.PAYMASTER, Role.POLICY_APPROVER);
	}

	/** The reason may speak of somebody. */
	@Override
	public JsonNode recorded(JsonNode values) {
		return ((ObjectNode) values.deepCopy()).without("reason");
	}

}
