package org.huiling.payment.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was settled of a debt, as it is answered.
 *
 * @param id of the settlement
 * @param jurisdiction whose money it is
 * @param applicantId the person under whose file it was settled
 * @param program the program it was paid by
 * @param period the month, quarter or year it was paid for
 * @param claim the claim it was paid for, null for none
 * @param kind how it was settled
 * @param amount how much
 * @param currency what amounts are in, a code of ISO 4217
 * @param fault whose fault it was, null where nobody says
 * @param reason why
 * @param settledBy by whom
 * @param confirmedBy who confirmed it, null where that takes one only
 * @param settledAt when
 * @param counts what of it counts
 * @param lapsed what of it counts no more, as what was owed is owed no longer
 * @param contra that it was taken back, null if it was not
 */
public record SettlementView(UUID id, String jurisdiction, UUID applicantId, String program, String period,
		@Nullable String claim, SettlementBody.Kind kind, BigDecimal amount, String currency,
		@Nullable SettlementFault fault, String reason, String settledBy, @Nullable String confirmedBy,
		Instant settledAt, BigDecimal counts, BigDecimal lapsed, @Nullable Contra contra) {

	/**
	 * That a settlement was taken back.
	 *
	 * @param reason why
	 * @param by who proposed it
	 * @param confirmedBy who confirmed it
	 * @param at when
	 */
	public record Contra(String reason, String by, String confirmedBy, Instant at) {
	}

}
