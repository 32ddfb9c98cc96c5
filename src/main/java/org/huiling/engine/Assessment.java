package org.huiling.engine;

import java.math.BigDecimal;
import java.util.List;

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
 * @param next the next change, only under {@link Explain#FULL} and for MONTH and YEAR
 */
public record Assessment(Program program, String period, @Nullable String claim, Outcome outcome,
		@Nullable BigDecimal amount, List<InKind> inKind, @Nullable String version, @Nullable String digest,
		List<Why> why, List<WhyNot> whyNot, List<String> missing, List<Note> assumptions, List<Note> warnings,
		@Nullable NextChange next) {
}
