package org.huiling.payment.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.huiling.payment.calculation.ArrearsReason;
import org.huiling.payment.calculation.LineKind;
import org.huiling.payment.calculation.OpenReason;
import org.jspecify.annotations.Nullable;

/**
 * What is due to a person and was paid, also under files merged into theirs.
 *
 * @param balances item by item, the oldest first
 * @param lines of rosters that were not discarded, the newest first
 * @param open what the last approved roster of each jurisdiction left open, and is still
 */
public record PersonPayments(List<Balance> balances, List<Line> lines, List<Open> open) {

	public PersonPayments {
		balances = List.copyOf(balances);
		lines = List.copyOf(lines);
		open = List.copyOf(open);
	}

	/**
	 * What a period of a program comes to.
	 *
	 * @param jurisdiction whose money it is
	 * @param currency what amounts are in, a code of ISO 4217
	 * @param program the program's id
	 * @param period the month, quarter or year
	 * @param claim the claim's id, {@code ONCE} where it is given once, else null
	 * @param month the last month of the period
	 * @param due what is decided for it
	 * @param paid what was paid, less what was recovered or collected
	 * @param underWay what approved rosters pay, or recover, and nothing is reported of
	 * @param writtenOff what was given up of a debt
	 */
	public record Balance(String jurisdiction, String currency, String program, String period, @Nullable String claim,
			YearMonth month, BigDecimal due, BigDecimal paid, BigDecimal underWay, BigDecimal writtenOff) {

		/** What is still to be paid; negative if it is owed back. */
		public BigDecimal left() {
			BigDecimal left = this.due.subtract(this.paid).subtract(this.underWay);
			return (left.signum() < 0) ? left.add(this.writtenOff).min(BigDecimal.ZERO.setScale(2)) : left;
		}

	}

	/**
	 * A line of a roster.
	 *
	 * @param roster its id
	 * @param jurisdiction whose
	 * @param currency what the amount is in, a code of ISO 4217
	 * @param month the roster's
	 * @param number of the line
	 * @param program the program's id
	 * @param period what it is paid for
	 * @param claim the claim it is paid for, null for none
	 * @param kind what it pays
	 * @param amount negative if it recovers
	 * @param because why it makes up for an earlier period, null if it does not
	 * @param state how far it is
	 * @param failure why it failed or came back, null if nobody said
	 * @param payDay when it is paid
	 */
	public record Line(UUID roster, String jurisdiction, String currency, YearMonth month, int number, String program,
			String period, @Nullable String claim, LineKind kind, BigDecimal amount, @Nullable ArrearsReason because,
			LineState state, @Nullable String failure, LocalDate payDay) {
	}

	/** How far a line is. */
	public enum LineState {

		/** Its roster waits for approval. */
		DRAFT,

		/** Its roster is approved; nothing is reported yet. */
		APPROVED,

		/** It was paid, or set off. */
		PAID,

		/** The transfer failed. */
		FAILED,

		/** The money came back. */
		RETURNED

	}

	/**
	 * What a roster left open.
	 *
	 * @param applicant under whose file: the person's, or one merged into it
	 * @param jurisdiction whose money it is
	 * @param currency what the amount is in, a code of ISO 4217
	 * @param month the roster's
	 * @param program the program's id
	 * @param period the month, quarter or year
	 * @param claim the claim's id, null for none
	 * @param amount what is still open of it; negative if it is owed back
	 * @param reason why it stays open
	 * @param due until when it is to be paid back, null for what is to be paid
	 */
	public record Open(UUID applicant, String jurisdiction, String currency, YearMonth month, String program,
			String period, @Nullable String claim, BigDecimal amount, OpenReason reason, @Nullable LocalDate due) {
	}

}
