package org.huiling.payment.roster.view;

import java.util.UUID;

import org.huiling.engine.PaidTo;
import org.huiling.payment.calculation.LineKind;
import org.jspecify.annotations.Nullable;

/**
 * What a roster lists in kind for a person, as it is answered.
 *
 * @param line its number among those in kind
 * @param applicantId the person
 * @param fileNumber of the person's file, null if it was erased
 * @param program the program's id
 * @param period the month, quarter or year
 * @param claim the claim's id, null for none
 * @param kind regular, made up for or taken back
 * @param what the thing
 * @param whatEn the same in English
 * @param quantity how much of it, below zero if it was too much
 * @param unit what it is counted in
 * @param paidTo who provides it
 * @param decisionId what says so, null where nothing stands any more
 */
public record InKindLineView(int line, UUID applicantId, @Nullable String fileNumber, String program, String period,
		@Nullable String claim, LineKind kind, String what, String whatEn, int quantity, String unit, PaidTo paidTo,
		@Nullable UUID decisionId) {

	InKindLineView of(@Nullable String number) {
		return new InKindLineView(this.line, this.applicantId, number, this.program, this.period, this.claim, this.kind,
				this.what, this.whatEn, this.quantity, this.unit, this.paidTo, this.decisionId);
	}

}
