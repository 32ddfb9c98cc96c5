package org.huiling.engine.drools;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.facts.Applicant;
import org.huiling.facts.Awards;
import org.huiling.facts.Claim;
import org.huiling.facts.Reads;
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
public record FactSet(@Nullable Applicant applicant, @Nullable Claim claim, @Nullable Awards awards,
		@Nullable Reads reads) {

	/** The facts that are there. */
	List<Object> all() {
		return Stream.<@Nullable Object>of(this.applicant, this.claim, this.awards).filter(Objects::nonNull).toList();
	}

	static boolean isFact(Class<?> type) {
		return type == Applicant.class || type == Claim.class || type == Awards.class;
	}

	@Nullable Object of(Class<?> type) {
		if (type == Applicant.class) {
			return this.applicant;
		}
		if (type == Claim.class) {
			return this.claim;
		}
		return (type == Awards.class) ? this.awards : null;
	}

}
