package org.huiling.engine.drools;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.facts.Reads;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one evaluation as the rules of one version see them.
 *
 * @param facts the facts themselves
 * @param applicant the person, of the version's own class
 * @param claim the claim, of the version's own class
 */
record BoundFacts(FactSet facts, @Nullable Object applicant, @Nullable Object claim) {

	/** The facts that are there. */
	List<Object> all() {
		return Stream.<@Nullable Object>of(this.applicant, this.claim, this.facts.awards())
			.filter(Objects::nonNull)
			.toList();
	}

	/** The fact of a pattern's class. */
	@Nullable Object of(Class<?> type) {
		return switch (type.getSimpleName()) {
			case Vocabulary.APPLICANT -> this.applicant;
			case Vocabulary.CLAIM -> this.claim;
			case Vocabulary.AWARDS -> this.facts.awards();
			default -> null;
		};
	}

	@Nullable Reads reads() {
		return this.facts.reads();
	}

}
