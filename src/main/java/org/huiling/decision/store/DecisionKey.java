package org.huiling.decision.store;

import java.util.UUID;

import org.huiling.engine.Assessment;
import org.huiling.engine.Cycle;
import org.jspecify.annotations.Nullable;

/**
 * What is decided once at a time: one benefit of one person, month after month, or for a
 * year or a claim, or once.
 *
 * @param applicant the person's id
 * @param jurisdiction the jurisdiction's id
 * @param program the program's id
 * @param claim the claim's id, {@code ONCE} where the program is given once, else null
 */
public record DecisionKey(UUID applicant, String jurisdiction, String program, @Nullable String claim) {

	/** What an answer of the rules would be decided under. */
	public static DecisionKey of(UUID applicant, String jurisdiction, Assessment answer) {
		boolean once = answer.program().cycle() == Cycle.ONCE;
		return new DecisionKey(applicant, jurisdiction, answer.program().id(),
				once ? Cycle.ONCE.name() : answer.claim());
	}

	/** Whether it is given once: of all its months one grants. */
	public boolean isOnce() {
		return Cycle.isOnce(this.claim);
	}

}
