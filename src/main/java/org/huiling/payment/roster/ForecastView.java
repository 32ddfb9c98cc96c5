package org.huiling.payment.roster;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import org.huiling.engine.PaidTo;
import org.huiling.payment.calculation.LineKind;
import org.huiling.payment.calculation.OpenReason;

/**
 * What a month's roster would hold if it were made now, as it is answered.
 *
 * @param jurisdiction who pays
 * @param month of the roster
 * @param knownAt what is known by then counts
 * @param people how many would be paid
 * @param lines how many lines it would have
 * @param total of all lines
 * @param currency what amounts are in, a code of ISO 4217
 * @param programs by program, kind and recipient
 * @param open what would stay open, by reason
 */
public record ForecastView(String jurisdiction, YearMonth month, Instant knownAt, long people, long lines,
		BigDecimal total, String currency, List<Part> programs, List<Open> open) {

	/**
	 * What a program comes to.
	 *
	 * @param program the program's id
	 * @param kind what the lines pay
	 * @param paidTo who receives it
	 * @param lines how many
	 * @param amount yuan
	 */
	public record Part(String program, LineKind kind, PaidTo paidTo, long lines, BigDecimal amount) {
	}

	/**
	 * What would stay open for a reason.
	 *
	 * @param reason why
	 * @param items how many
	 * @param amount yuan
	 */
	public record Open(OpenReason reason, long items, BigDecimal amount) {
	}

}
