package org.huiling.web.operations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.applicant.Payees.Payee;
import org.huiling.decision.notice.MoneyWords;
import org.huiling.engine.Cycle;
import org.huiling.payment.roster.view.LineList.Line;
import org.huiling.payment.roster.view.RosterOperations.WholeFile;
import org.huiling.payment.roster.view.RosterView;
import org.huiling.payment.roster.view.Transfer;
import org.huiling.spreadsheet.ListedTable;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Rosters and their transfers as files in the reader's words, with the sum below. With
 * the results filled in they are taken as what the bank reports: what identifies a row
 * stands in it under a name that is known there.
 */
@Component
class RosterSheets {

	private final ProgramNames programs;

	private final MoneyWords money;

	private final MessageSource messages;

	RosterSheets(ProgramNames programs, MoneyWords money, MessageSource messages) {
		this.programs = programs;
		this.money = money;
		this.messages = messages;
	}

	/** The lines, and what they come to. */
	ListedTable lines(WholeFile<Line> file, Locale locale) {
		RosterView roster = file.roster();
		ProgramNames.Names names = this.programs.in(locale);
		List<String> columns = columns(locale, "roster.line", "field.fileNumber", "roster.name", "field.residentId",
				"roster.paidTo", "sheet.bank", "roster.account", "sheet.holder", "drafts.program", "diff.period",
				"sheet.claim", "roster.kind", "roster.amount", "roster.payDay", "sheet.because",
				"roster.results.column.result", "roster.results.column.reason", "roster.results.column.day",
				"sheet.currency", "roster.results.column.roster", "roster.results.column.digest");
		return new ListedTable(word("rosters.lines", locale), columns, (taker) -> {
			BigDecimal[] sum = { BigDecimal.ZERO.setScale(2) };
			file.rows().accept((line) -> {
				Payee payee = line.payee();
				Payee paid = isOwn(line.paidTo()) ? payee : null;
				sum[0] = sum[0].add(line.amount());
				taker.accept(new @Nullable Object[] { line.line(), (payee != null) ? payee.fileNumber() : null,
						(payee != null) ? payee.name() : null, (payee != null) ? payee.residentId() : null,
						word("paidTo." + line.paidTo(), locale), (paid != null) ? paid.bank() : null,
						account(paid, file.wholeAccounts()), (paid != null) ? paid.holder() : null,
						names.of(roster.jurisdiction(), line.program()), line.period(),
						Cycle.isOnce(line.claim()) ? word("claim.once", locale) : line.claim(),
						word("kind." + line.kind(), locale), line.amount(), line.payDay(),
						(line.because() != null) ? word("line." + line.because(), locale) : null,
						result(line.result(), locale), failure(line.failure(), locale), line.day(),
						this.money.unit(roster.currency(), locale), roster.id(), roster.digest() });
			});
			taker.accept(total(columns, word("roster.amount", locale), sum[0], locale));
		});
	}

	/** The transfers, and what they come to. */
	ListedTable transfers(WholeFile<Transfer> file, Locale locale) {
		RosterView roster = file.roster();
		ProgramNames.Names names = this.programs.in(locale);
		List<String> columns = columns(locale, "roster.results.column.transfer", "field.fileNumber", "roster.name",
				"roster.paidTo", "drafts.program", "sheet.bank", "roster.account", "sheet.holder", "roster.amount",
				"roster.people", "rosters.lines", "roster.payDay", "roster.results.column.result",
				"roster.results.column.reason", "roster.results.column.day", "sheet.currency",
				"roster.results.column.roster", "roster.results.column.digest");
		return new ListedTable(word("transfers.title", locale), columns, (taker) -> {
			BigDecimal[] sum = { BigDecimal.ZERO.setScale(2) };
			file.rows().accept((one) -> {
				Payee payee = one.payee();
				sum[0] = sum[0].add(one.amount());
				taker.accept(new @Nullable Object[] { one.number(), (payee != null) ? payee.fileNumber() : null,
						(payee != null) ? payee.name() : null, word("paidTo." + one.paidTo(), locale),
						(one.program() != null) ? names.of(roster.jurisdiction(), one.program()) : null,
						(payee != null) ? payee.bank() : null, account(payee, file.wholeAccounts()),
						(payee != null) ? payee.holder() : null, one.amount(), one.people(),
						one.lines().stream().map(String::valueOf).collect(Collectors.joining(" ")), one.payDay(),
						result(one.result(), locale), failure(one.reason(), locale), one.day(),
						this.money.unit(roster.currency(), locale), roster.id(), roster.digest() });
			});
			taker.accept(total(columns, word("roster.amount", locale), sum[0], locale));
		});
	}

	private static boolean isOwn(String paidTo) {
		return "PERSON".equals(paidTo) || "ORGANISATION".equals(paidTo);
	}

	private static @Nullable String account(@Nullable Payee payee, boolean whole) {
		return (payee == null) ? null : whole ? payee.account() : payee.maskedAccount();
	}

	private @Nullable String result(@Nullable String result, Locale locale) {
		return (result != null) ? word("result." + result, locale) : null;
	}

	/** Why it failed: the bank's own words, but for what follows from another line. */
	private @Nullable String failure(@Nullable String failure, Locale locale) {
		return (failure != null) ? this.messages.getMessage("line." + failure, null, failure, locale) : null;
	}

	/** The word for the sum in the first column, by which it is known as no row. */
	private @Nullable Object[] total(List<String> columns, String of, BigDecimal sum, Locale locale) {
		@Nullable Object[] row = new @Nullable Object[columns.size()];
		row[0] = word("sheet.total", locale);
		row[columns.indexOf(of)] = sum;
		return row;
	}

	private List<String> columns(Locale locale, String... keys) {
		return Stream.of(keys).map((key) -> word(key, locale)).toList();
	}

	private String word(String key, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, locale));
	}

}
