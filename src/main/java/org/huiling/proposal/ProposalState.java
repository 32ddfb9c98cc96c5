package org.huiling.proposal;

/** What became of a proposal. */
public enum ProposalState {

	/** It waits for somebody else. */
	PROPOSED,

	/** Somebody else confirmed it: it is done. */
	CONFIRMED,

	/** Somebody else turned it down. */
	REJECTED,

	/** Whoever proposed it took it back. */
	WITHDRAWN

}
