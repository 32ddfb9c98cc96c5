package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Why;
import org.huiling.engine.reason.WhyNot;
import org.jspecify.annotations.Nullable;

/**
 * 测算: the answer of the rules for one applicant, program, period and claim.
 *
 * @param program the program
 * @param period the month, quarter or year, as text
 * @param claim the claim's id for CLAIM programs, else null
 * @param outcome entitled or not, or what is in the way
 * @param amount yuan with two decimals; null for NEEDS_INFORMATION, and for what is
 * granted in kind
 * @param inKind what is granted in kind; empty where nothing is, or money
 * @param version the version that answered, null if no policy is in force
 * @param digest its digest
 * @param why reasons for the amount; empty under {@link Explain#NONE}
 * @param whyNot why other rules did not grant; only under {@link Explain#FULL}
 * @param missing paths of the unknown fields that matter
 * @param assumptions what was taken for granted
 * @param warnings what to look at
 * @param next the next change, only under {@link Explain#FULL} and not for CLAIM
 */
public record Assessment(Program program, String period, @Nullable String claim, Outcome outcome,
		@Nullable BigDecimal amount, List<InKind> inKind, @Nullable String version, @Nullable String digest,
		List<Why> why, List<WhyNot> whyNot, List<String> missing, List<Note> assumptions, List<Note> warnings,
		@Nullable NextChange next) {

	/**
	 * The same where it is given once and given already: nothing is due in this period,
	 * whatever its rules say, and the note says why.
	 * @param given names where it was given
	 * @return a refusal; where the rules refuse as well it keeps their reasons
	 */
	public Assessment givenAlready(Note given) {
		boolean refused = this.outcome == Outcome.NOT_ELIGIBLE;
		List<Note> told = new ArrayList<>(List.of(given));
		told.addAll(this.warnings);
		return new Assessment(this.program, this.period, this.claim, Outcome.NOT_ELIGIBLE, NOTHING, List.of(),
				this.version, this.digest, List.of(), refused ? this.whyNot : List.of(), List.of(),
				refused ? this.assumptions : List.of(), told, null);
	}

	/** Whether something is granted, paid or withheld. */
	public boolean grants() {
		return this.outcome == Outcome.ELIGIBLE || this.outcome == Outcome.WITHHELD;
	}

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

}
