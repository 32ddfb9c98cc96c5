package org.huiling.payment.roster.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.huiling.applicant.Payees.Payee;
import org.huiling.engine.PaidTo;
import org.jspecify.annotations.Nullable;

/**
 * What is transferred at once: a positive amount to one account, to somebody without one,
 * or to an institution for one program.
 *
 * @param number by which it is called: the number of its first line
 * @param paidTo who receives it
 * @param program which program's, null for what a person is paid
 * @param applicant the person of its first line
 * @param payee who that is, null for institutions and where nobody is known any more
 * @param people how many people's lines it is made of
 * @param amount yuan, what is set off taken away
 * @param lineCount how many lines it is made of
 * @param lines their numbers, the first thousand
 * @param result what became of it, null until it is reported or where lines differ
 * @param reason why it failed or came back
 * @param day when it did
 * @param payDay when it is paid
 */
public record Transfer(int number, String paidTo, @Nullable String program, UUID applicant, @Nullable Payee payee,
		long people, BigDecimal amount, long lineCount, List<Integer> lines, @Nullable String result,
		@Nullable String reason, @Nullable LocalDate day, LocalDate payDay) {

	public Transfer {
		lines = List.copyOf(lines);
	}

	Transfer of(@Nullable Payee known) {
		return new Transfer(this.number, this.paidTo, this.program, this.applicant, isOwn() ? known : null, this.people,
				this.amount, this.lineCount, this.lines, this.result, this.reason, this.day, this.payDay);
	}

	boolean isOwn() {
		return PaidTo.valueOf(this.paidTo).isOwn();
	}

}
