package org.huiling.payment.roster;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * 发放名册: the frozen list of what is paid in a month.
 *
 * @param month the month it is of
 * @param first the first month whose regular payment it holds
 * @param last the last one
 * @param knownAt decisions and payees are those known then
 * @param digest over its lines
 * @param totals what they come to
 * @param approvedBy who approved it, never who made it
 * @param endedAt when it was closed or discarded
 * @param skipping why months before it have no roster, null if none is missing
 * @param currency what its amounts are in, a code of ISO 4217
 */
public record Roster(UUID id, String jurisdiction, YearMonth month, YearMonth first, YearMonth last, LocalDate payDay,
		Instant knownAt, String madeBy, Instant madeAt, RosterState state, String digest, Totals totals,
		@Nullable String approvedBy, @Nullable Instant approvedAt, @Nullable Instant endedAt, @Nullable String skipping,
		String currency) {

	/**
	 * What lines come to.
	 *
	 * @param lines how many
	 * @param total of all
	 * @param arrears of arrears and of transfers tried again
	 * @param recoveries what is set off, negative
	 */
	public record Totals(long lines, BigDecimal total, BigDecimal arrears, BigDecimal recoveries) {
	}

}
