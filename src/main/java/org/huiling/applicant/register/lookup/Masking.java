package org.huiling.applicant.register.lookup;

import java.util.Set;

import org.huiling.applicant.identity.ResidentId;
import org.huiling.applicant.register.store.RecordLayout;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Facts as they are shown: resident ids and accounts masked unless revealed. */
public final class Masking {

	public static final String RESIDENT_ID = "residentId";

	static final String ACCOUNT = "payee.account";

	private static final int SHOWN_DIGITS = 4;

	private Masking() {
	}

	/**
	 * Facts in the order of the dictionary, with numbers masked.
	 * @param facts as they are on file
	 * @param revealed paths that are shown whole
	 * @param layout how they go together
	 * @return another object
	 */
	public static ObjectNode masked(ObjectNode facts, Set<String> revealed, RecordLayout layout) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		layout.names().forEach((field) -> {
			if (facts.has(field)) {
				view.set(field, facts.get(field));
			}
		});
		if (view.hasNonNull(RESIDENT_ID) && !revealed.contains(RESIDENT_ID)) {
			view.put(RESIDENT_ID, new ResidentId(view.get(RESIDENT_ID).asString()).masked());
		}
		if (view.path("payee").hasNonNull("account") && !revealed.contains(ACCOUNT)) {
			ObjectNode payee = (ObjectNode) view.get("payee").deepCopy();
			payee.put("account", account(payee.get("account").asString()));
			view.set("payee", payee);
		}
		return view;
	}

	private static String account(String account) {
		int shown = Math.min(SHOWN_DIGITS, account.length() / 2);
		return "*".repeat(8) + account.substring(account.length() - shown);
	}

}
