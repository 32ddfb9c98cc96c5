package org.huiling.engine.drools.condition;

import org.huiling.facts.Awards;
import org.huiling.facts.Reads;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.PersonFacts;
import org.huiling.facts.words.Supposition;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one evaluation: one applicant, for CLAIM programs one claim, for stacking
 * the awards of the month.
 *
 * @param applicant the person
 * @param claim the claim, if one is evaluated
 * @param awards the awards, if stacking is evaluated
 * @param reads what the facts note when they are read, null if nothing is explained
 */
public record FactSet(@Nullable PersonFacts applicant, @Nullable ClaimFacts claim, @Nullable Awards awards,
		@Nullable Reads reads) {

	/** The same with something in place of what is unknown; nothing is noted. */
	FactSet supposing(Supposition supposition) {
		return new FactSet((this.applicant != null) ? this.applicant.supposing(supposition) : null,
				(this.claim != null) ? this.claim.supposing(supposition) : null, this.awards, null);
	}

}
