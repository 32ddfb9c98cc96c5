package org.huiling.decision.store;

import org.huiling.engine.Outcome;

import org.springframework.modulith.NamedInterface;

/** What can be decided. */
@NamedInterface("decided")
public enum DecisionOutcome {

	/** Entitled. */
	ELIGIBLE,

	/** Entitled, but another award is the better one. */
	WITHHELD,

	/** Not entitled; the amount is 0.00. */
	NOT_ELIGIBLE,

	/** The decision before was made in error: as if nothing had been decided. */
	REVOKED;

	/** The same as an answer of the rules; never for NEEDS_INFORMATION. */
	public static DecisionOutcome of(Outcome outcome) {
		return valueOf(outcome.name());
	}

	public boolean grants() {
		return this == ELIGIBLE || this == WITHHELD;
	}

}
