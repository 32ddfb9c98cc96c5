package org.huiling.payment.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.huiling.payment.roster.view.RosterContents;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.spreadsheet.CsvWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 银行结果: files of what the bank reports, looked at and then taken. What was shown is what
 * is taken, or nothing is.
 */
@Component
public class ResultFiles {

	/** What the rows given back begin with; an import passes over both. */
	private static final String REMARKS = "\uFEFFimport.line,import.error,";

	private final Results results;

	private final RosterContents rosters;

	private final MessageSource messages;

	private final TransactionTemplate transaction;

	ResultFiles(Results results, RosterContents rosters, MessageSource messages,
			PlatformTransactionManager transactions) {
		this.results = results;
		this.rosters = rosters;
		this.messages = messages;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Takes what the bank reports.
	 * @param id of the roster
	 * @param file csv or a workbook with the columns line or transfer, result, reason,
	 * day, and whatever identifies our lines
	 * @param shown the digest of what was shown of it, null if nothing was
	 * @param locale of what is odd
	 * @return how many lines were new, how many were known, and the roster
	 * @throws org.huiling.problem.InvalidInput naming the line
	 * @throws org.huiling.problem.Refusal 409 if it is no longer what was shown
	 */
	public ResultsTaken take(UUID id, InputStream file, @Nullable String shown, Locale locale) {
		Results.Imported imported = this.results.take(id, file, shown);
		return ResultsTaken.of(imported, lines(imported, locale), this.rosters.whole(imported.roster()));
	}

	/**
	 * What taking a file would come to; nothing is written.
	 * @param id of the roster
	 * @param file as it would be taken
	 * @param locale of what is odd
	 * @return the same without the roster, and the money by result
	 * @throws org.huiling.problem.InvalidInput naming the line
	 */
	public ResultsTaken dryRun(UUID id, InputStream file, Locale locale) {
		return looked(id, file, (looked) -> {
			Results.Imported imported = looked.imported();
			if (imported == null) {
				throw new InvalidInput(422, looked.errors());
			}
			return ResultsTaken.of(imported, lines(imported, locale), looked);
		});
	}

	/**
	 * What taking a file would come to, for people.
	 * @param id of the roster
	 * @param file as it would be taken
	 * @param locale the reader's
	 * @return with the rows that disagree
	 * @throws org.huiling.problem.InvalidInput if no row could be looked at
	 */
	public ResultsPreview look(UUID id, InputStream file, Locale locale) {
		return looked(id, file, (looked) -> {
			List<ResultsPreview.Row> shown = new ArrayList<>();
			looked.asSent().refused(looked.errors(), (row) -> row.errors().forEach((error) -> {
				if (shown.size() < ResultsPreview.SHOWN) {
					shown.add(new ResultsPreview.Row(row.line(), error.field(), message(error, locale)));
				}
			}));
			Results.Imported imported = looked.imported();
			List<ResultsPreview.Row> remarks = (imported == null) ? List.of()
					: lines(imported, locale).stream()
						.limit(ResultsPreview.SHOWN)
						.map((line) -> new ResultsPreview.Row(line.line(), line.field(), line.message()))
						.toList();
			return new ResultsPreview(looked.digest(), (imported != null) ? imported.accepted() : 0,
					(imported != null) ? imported.known() : 0, (imported != null) ? imported.unanswered() : 0,
					looked.sums(), looked.waiting().lines(), looked.waiting().total(), looked.asSent().ignored(),
					remarks, shown, SentResults.byRow(looked.errors()).size(),
					looked.errors().stream().anyMatch((error) -> error.field().isEmpty()));
		});
	}

	/**
	 * Writes the rows of a file that disagree, to be asked about or mended: as csv, as
	 * they were sent, each after its number and what is wrong with it.
	 * @param id of the roster
	 * @param file as it would be taken
	 * @param begin gives what takes UTF-8, once there is something to write
	 * @param locale of what is wrong
	 * @throws org.huiling.problem.InvalidInput if no row could be looked at
	 */
	public void refused(UUID id, InputStream file, Begin begin, Locale locale) {
		looked(id, file, (looked) -> {
			OutputStream out = begun(begin);
			write(out, REMARKS + CsvWriter.row(looked.asSent().header()));
			looked.asSent()
				.refused(looked.errors(),
						(row) -> write(out,
								row.line() + ","
										+ CsvWriter.cell(String.join("; ",
												row.errors().stream().map((error) -> whole(error, locale)).toList()))
										+ "," + CsvWriter.row(row.text())));
			return true;
		});
	}

	/** Begins an answer: before that a refusal has a page of its own. */
	public interface Begin {

		OutputStream begin() throws IOException;

	}

	private static OutputStream begun(Begin begin) {
		try {
			return begin.begin();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<ResultsTaken.Line> lines(Results.Imported imported, Locale locale) {
		return imported.remarks()
			.stream()
			.map((remark) -> new ResultsTaken.Line(remark.line(), remark.column(), remark.code(),
					ResultsTaken.Severity.WARNING,
					message("warning." + remark.code(), List.of(), remark.code(), locale)))
			.toList();
	}

	private static void write(OutputStream out, String row) {
		try {
			out.write((row + "\r\n").getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private <T> T looked(UUID id, InputStream file, Function<Results.Looked, T> taker) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return taker.apply(this.results.look(id, file));
		}));
	}

	private String whole(FieldError error, Locale locale) {
		return error.field() + (error.field().isEmpty() ? "" : ": ") + message(error, locale);
	}

	private String message(FieldError error, Locale locale) {
		return message("error." + error.code(), error.arguments(), error.code(), locale);
	}

	private String message(String key, List<Object> arguments, String code, Locale locale) {
		return Objects.requireNonNullElse(this.messages.getMessage(key, arguments.toArray(), code, locale), code);
	}

}
