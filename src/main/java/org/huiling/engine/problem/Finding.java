package org.huiling.engine.problem;

import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * A flaw of a version that no file and line gives away, with an applicant who shows it.
 *
 * @param kind what kind of flaw
 * @param rules the rules it is about
 * @param message what is wrong, and for whom
 * @param period the period to ask for, null if nobody shows it
 * @param claim the claim to look at, for CLAIM programs
 * @param counterexample an applicant who shows it, null if nobody can
 * @param accepted why {@code policy.yaml} accepts it, null if it does not
 */
public record Finding(Kind kind, List<Bilingual> rules, Bilingual message, @Nullable String period,
		@Nullable String claim, @Nullable FactRecord counterexample, @Nullable Bilingual accepted) {

	/** The kinds of flaws. */
	public enum Kind {

		/** Two rules grant, and nothing says which wins. */
		CONFLICT,

		/** A band between two that grant, in which nothing is granted. */
		GAP,

		/** Nobody can meet all conditions of a rule, or of one of its alternatives. */
		UNREACHABLE,

		/** Whenever a rule holds, another one is paid. */
		SHADOWED,

		/** A condition, or a whole rule, holds for everybody. */
		ALWAYS_TRUE,

		/** A list of codes lacks one: rules that tell codes apart, or a table. */
		ENUMERATION_ENDS,

		/** A rule whose conditions can be met and that never pays anything. */
		FIRES_FOR_NOBODY,

		/** A condition that whoever meets the others of its rule meets; a note. */
		REDUNDANT,

		/** Of two facts one case alone is paid nothing; a note. */
		OPEN_CASE,

		/**
		 * A condition that the search cannot try: it says nothing of overlaps and gaps.
		 */
		NOT_JUDGED,

		/** A period between two versions, or after the last, that no version governs. */
		NO_VERSION,

		/** A period that one version still claims and the next one governs. */
		TWO_VERSIONS,

		/** The search ran out of time: what was found holds, but there may be more. */
		CUT_SHORT;

		/**
		 * Whether it may well be meant so, or says nothing of the version.
		 * @return true if it holds up no publication
		 */
		public boolean isNote() {
			return this == REDUNDANT || this == OPEN_CASE || this == CUT_SHORT;
		}

	}

	/**
	 * Whether the version must not be published with it.
	 * @return false if it is accepted, or only a note
	 */
	public boolean stands() {
		return this.accepted == null && !this.kind.isNote();
	}

	/**
	 * The same, accepted.
	 * @param reason why
	 * @return the accepted finding
	 */
	public Finding acceptedFor(Bilingual reason) {
		return new Finding(this.kind, this.rules, this.message, this.period, this.claim, this.counterexample, reason);
	}

}
