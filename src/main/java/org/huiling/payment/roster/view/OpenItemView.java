package org.huiling.payment.roster.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.huiling.engine.PaidTo;
import org.huiling.payment.calculation.OpenReason;
import org.jspecify.annotations.Nullable;

/**
 * What is decided and not paid, or owed back and not recovered, as it is answered.
 *
 * @param applicantId the person
 * @param fileNumber of the person's file, null if it was erased
 * @param program the program's id
 * @param period the month, quarter or year
 * @param claim the claim's id, null for none
 * @param amount yuan, negative if it is owed back
 * @param paidTo who receives or owes it
 * @param reason why it stays open
 * @param due until when it is to be paid back, null for what is to be paid
 */
public record OpenItemView(UUID applicantId, @Nullable String fileNumber, String program, String period,
		@Nullable String claim, BigDecimal amount, PaidTo paidTo, OpenReason reason, @Nullable LocalDate due) {

	OpenItemView of(@Nullable String number) {
		return new OpenItemView(this.applicantId, number, this.program, this.period, this.claim, this.amount,
				this.paidTo, this.reason, this.due);
	}

}
