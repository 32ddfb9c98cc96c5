package org.huiling.proposal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.Role;
import tools.jackson.databind.JsonNode;

/**
 * Something that takes effect only when a second account confirms it. A module has one
 * bean of this type for each such thing, and hands what is asked for to
 * {@link Proposals#propose}.
 */
public interface ProposalAction {

	/**
	 * What a proposal is about, and where.
	 *
	 * @param subject the id of what would change, such as a jurisdiction or a roster
	 * @param region the region-code prefix that proposer and confirmer must reach
	 */
	record Scope(String subject, String region) {
	}

	/**
	 * The stable name; its texts stand in the message bundles under
	 * {@code proposal.<name>}.
	 * @return in upper case, such as {@code JURISDICTION_ADD}
	 */
	String name();

	/**
	 * Who may propose it.
	 * @return one of these roles is needed
	 */
	Set<Role> proposers();

	/**
	 * Who may confirm or reject what another proposed.
	 * @return one of these roles is needed
	 */
	Set<Role> confirmers();

	/**
	 * Refuses values that cannot be confirmed as things are now. It is asked when
	 * something is proposed and again, in the same transaction, when it is confirmed.
	 * @param values as proposed
	 * @return what they are about, and where
	 * @throws org.huiling.problem.InvalidInput naming what is wrong
	 * @throws org.huiling.problem.Refusal if it is not possible now
	 */
	Scope check(JsonNode values);

	/**
	 * Does what was proposed, in the transaction of the confirmation.
	 * @param values as proposed, just checked
	 * @param proposedBy who proposed it; the current user confirms it
	 * @return the answer, to be written as JSON
	 */
	Object confirm(JsonNode values, String proposedBy);

	/**
	 * What would come of it as things are now, for whoever judges it: counts and names
	 * that its values do not say.
	 * @param values as proposed
	 * @return to be written as JSON, empty where there is nothing to add
	 */
	default Object effects(JsonNode values) {
		return Map.of();
	}

	/**
	 * What the audit trail says of the values: all of them, unless one may hold personal
	 * data other than ids, such as a text about somebody.
	 * @param values as proposed
	 * @return what is recorded
	 */
	default JsonNode recorded(JsonNode values) {
		return values;
	}

	/**
	 * Whom it is about.
	 * @param values as proposed
	 * @return ids of people on file, none if it is about nobody
	 */
	default Set<UUID> people(JsonNode values) {
		return Set.of();
	}

	/** What is to be done once the confirmation is committed. */
	default void confirmed() {
	}

}
