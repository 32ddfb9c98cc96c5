package org.huiling.payment.roster;

/** How far a roster is. */
public enum RosterState {

	/** Frozen, waits for approval by somebody else. */
	DRAFT,

	/** Handed to the bank; its lines count as paid unless they fail. */
	APPROVED,

	/** Every line has its result. */
	CLOSED,

	/** A draft that was not approved; its month may be made again. */
	DISCARDED

}
