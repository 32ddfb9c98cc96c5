package org.huiling.payment.roster.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

import org.huiling.applicant.Payees.Payee;
import org.huiling.engine.PaidTo;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.view.LineList.Line;
import org.huiling.spreadsheet.ListedTable;
import org.jspecify.annotations.Nullable;

/** The lines of a roster as a table, row by row. */
public final class LineSheet {

	public static final List<String> COLUMNS = List.of("line", "applicantId", "fileNumber", "residentId", "name",
			"paidTo", "bank", "account", "accountHolder", "program", "period", "claim", "kind", "amount", "decisionId",
			"because", "result", "reason", "day", "roster", "digest", "currency", "payDay");

	private LineSheet() {
	}

	/** The lines, one after the other. */
	public interface Source {

		void forEach(Consumer<Line> taker);

	}

	/** The file's name. */
	public static String name(Roster roster) {
		return "roster-" + roster.jurisdiction() + "-" + roster.month();
	}

	public static ListedTable of(Roster roster, boolean wholeAccounts, Source lines) {
		return new ListedTable("roster", COLUMNS,
				(taker) -> lines.forEach((line) -> taker.accept(cells(roster, line, wholeAccounts))));
	}

	/**
	 * The cells of a line; an amount is a {@link BigDecimal}. Each says of which roster
	 * it is, so that results are never taken for those of another.
	 */
	private static @Nullable Object[] cells(Roster roster, Line line, boolean wholeAccounts) {
		Payee payee = line.payee();
		Payee paid = PaidTo.valueOf(line.paidTo()).isOwn() ? payee : null;
		String account = (paid == null) ? null : wholeAccounts ? paid.account() : paid.maskedAccount();
		return new @Nullable Object[] { line.line(), line.applicant(), (payee != null) ? payee.fileNumber() : null,
				(payee != null) ? payee.residentId() : null, (payee != null) ? payee.name() : null, line.paidTo(),
				(paid != null) ? paid.bank() : null, account, (paid != null) ? paid.holder() : null, line.program(),
				line.period(), line.claim(), line.kind(), line.amount(), line.decision(), line.because(), line.result(),
				line.failure(), line.day(), roster.id(), roster.digest(), roster.currency(), line.payDay() };
	}

}
