package org.huiling.payment.roster.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.huiling.applicant.Payees.Payee;
import org.huiling.payment.roster.Roster;
import org.huiling.spreadsheet.ListedTable;
import org.jspecify.annotations.Nullable;

/** What a roster transfers as a table, row by row. */
public final class TransferSheet {

	public static final List<String> COLUMNS = List.of("transfer", "applicantId", "fileNumber", "name", "paidTo",
			"program", "bank", "account", "accountHolder", "amount", "people", "lineCount", "lines", "result", "reason",
			"day", "roster", "digest", "currency", "payDay");

	private TransferSheet() {
	}

	/** The transfers, one after the other. */
	public interface Source {

		void forEach(Consumer<Transfer> taker);

	}

	/** The file's name. */
	public static String name(Roster roster) {
		return "transfers-" + roster.jurisdiction() + "-" + roster.month();
	}

	public static ListedTable of(Roster roster, boolean wholeAccounts, Source transfers) {
		return new ListedTable("transfers", COLUMNS,
				(taker) -> transfers.forEach((one) -> taker.accept(cells(roster, one, wholeAccounts))));
	}

	private static @Nullable Object[] cells(Roster roster, Transfer one, boolean wholeAccounts) {
		Payee payee = one.payee();
		String account = (payee == null) ? null : wholeAccounts ? payee.account() : payee.maskedAccount();
		String lines = one.lines().stream().map(String::valueOf).collect(Collectors.joining(" "));
		return new @Nullable Object[] { one.number(), one.isOwn() ? one.applicant() : null,
				(payee != null) ? payee.fileNumber() : null, (payee != null) ? payee.name() : null, one.paidTo(),
				one.program(), (payee != null) ? payee.bank() : null, account, (payee != null) ? payee.holder() : null,
				one.amount(), one.people(), one.lineCount(), lines, one.result(), one.reason(), one.day(), roster.id(),
				roster.digest(), roster.currency(), one.payDay() };
	}

}
