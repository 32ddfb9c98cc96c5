package org.huiling.payment.roster;

/** What else is done in the transaction that approves a roster. */
public interface AfterApproval {

	/**
	 * A roster was approved.
	 * @param roster as it is now
	 */
	void approved(Roster roster);

}
