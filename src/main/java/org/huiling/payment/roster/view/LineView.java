package org.huiling.payment.roster.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.huiling.applicant.Payees.Payee;
import org.huiling.engine.PaidTo;
import org.huiling.payment.calculation.ArrearsReason;
import org.huiling.payment.calculation.LineKind;
import org.huiling.payment.roster.view.LineList.Line;
import org.jspecify.annotations.Nullable;

/**
 * A line of a roster as it is answered.
 *
 * @param line its number
 * @param applicantId the person
 * @param fileNumber of the person's file, null if nobody is known any more
 * @param residentId masked
 * @param name the person's
 * @param payee where it goes, null without an account and for institutions
 * @param paidTo who receives it
 * @param program the program's id
 * @param period the month, quarter or year it is paid for
 * @param claim the claim it is paid for, null for none
 * @param kind what it pays
 * @param amount yuan
 * @param decisionId by which it is due, null if none stands
 * @param because why it makes up for an earlier period
 * @param result what became of it, null until it is reported
 * @param reason why it failed or came back, or why it is paid at all
 * @param day when it did, if the bank said so
 * @param payDay when it is paid
 */
public record LineView(int line, UUID applicantId, @Nullable String fileNumber, @Nullable String residentId,
		@Nullable String name, @Nullable PayeeView payee, PaidTo paidTo, String program, String period,
		@Nullable String claim, LineKind kind, BigDecimal amount, @Nullable UUID decisionId,
		@Nullable ArrearsReason because, @Nullable String result, @Nullable String reason, @Nullable LocalDate day,
		LocalDate payDay) {

	static LineView of(Line line) {
		Payee payee = line.payee();
		PaidTo recipient = PaidTo.valueOf(line.paidTo());
		return new LineView(line.line(), line.applicant(), (payee != null) ? payee.fileNumber() : null,
				(payee != null) ? payee.residentId() : null, (payee != null) ? payee.name() : null,
				recipient.isOwn() ? PayeeView.of(payee) : null, recipient, line.program(), line.period(), line.claim(),
				line.kind(), line.amount(), line.decision(), line.because(), line.result(), line.reason(), line.day(),
				line.payDay());
	}

}
