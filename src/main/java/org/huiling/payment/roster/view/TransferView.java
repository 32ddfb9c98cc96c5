package org.huiling.payment.roster.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.huiling.engine.PaidTo;
import org.jspecify.annotations.Nullable;

/**
 * A transfer with its lines, as it is answered.
 *
 * @param transfer by which it is called: the number of its first line
 * @param paidTo who receives it
 * @param program which program's, null for what a person is paid
 * @param payee where it goes, null without an account and for institutions
 * @param people how many people's lines it is made of
 * @param amount yuan, what is set off taken away
 * @param lineCount how many lines it is made of
 * @param lines the first thousand of them
 * @param result what became of it, null until it is reported or where lines differ
 * @param reason why it failed or came back
 * @param day when it did
 * @param payDay when it is paid
 */
public record TransferView(int transfer, PaidTo paidTo, @Nullable String program, @Nullable PayeeView payee,
		long people, BigDecimal amount, long lineCount, List<LineView> lines, @Nullable String result,
		@Nullable String reason, @Nullable LocalDate day, LocalDate payDay) {

	static TransferView of(TransferList.Made made) {
		Transfer one = made.transfer();
		return new TransferView(one.number(), PaidTo.valueOf(one.paidTo()), one.program(), PayeeView.of(one.payee()),
				one.people(), one.amount(), one.lineCount(), made.lines().stream().map(LineView::of).toList(),
				one.result(), one.reason(), one.day(), one.payDay());
	}

}
