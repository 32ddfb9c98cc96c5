package org.huiling.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.huiling.applicant.ImportMode;
import org.huiling.applicant.imports.file.ApplicantCsv;
import org.huiling.applicant.imports.file.ColumnsInForce;
import org.huiling.applicant.imports.file.CsvRows;
import org.huiling.applicant.imports.file.JsonLines;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.DirectoryBook;
import org.huiling.problem.FieldError;
import org.huiling.table.DecodedText;
import org.huiling.table.LineReader;
import org.huiling.table.TableFile;
import org.jspecify.annotations.Nullable;

/** Assesses everybody on a list, and says what became of each line. */
final class AssessedPeople {

	private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

	private static final List<String> LINES = List.of(".jsonl", ".ndjson");

	private final DirectoryBook book;

	private final CommandMessages messages;

	private final AssessOrder order;

	private final Output output;

	private long refused;

	/**
	 * An assessment of a list.
	 * @param book by which policies
	 * @param messages in which words
	 * @param order what is asked
	 * @param output where it is told what was refused
	 */
	AssessedPeople(DirectoryBook book, CommandMessages messages, AssessOrder order, Output output) {
		this.book = book;
		this.messages = messages;
		this.order = order;
		this.output = output;
	}

	/**
	 * Assesses.
	 * @param list the file of people
	 * @param answers where the answers are to be; null for the output
	 * @param form how they are written
	 * @return whether no line was refused
	 * @throws IOException if a file cannot be read or written
	 * @throws org.huiling.problem.InvalidInput if the list cannot be read at all
	 * @throws org.huiling.engine.PolicyDefects if a version cannot be used
	 */
	boolean run(Path list, @Nullable Path answers, AnswerForm form) throws IOException {
		CountedBytes bytes = new CountedBytes(Files.newInputStream(list), Files.size(list));
		try (InputStream file = bytes; LineSource lines = source(list, file)) {
			if (answers == null) {
				write(lines, bytes, this.output.out(), form);
			}
			else {
				try (WholeFile whole = new WholeFile(answers)) {
					write(lines, bytes, whole.out(), form);
					whole.keep();
				}
			}
		}
		return this.refused == 0;
	}

	private LineSource source(Path list, InputStream file) throws IOException {
		String name = list.toString().toLowerCase(Locale.ROOT);
		if (LINES.stream().anyMatch(name::endsWith)) {
			return new JsonLines(new LineReader(new DecodedText(file, null)));
		}
		ColumnsInForce columns = new ColumnsInForce(new DictionaryInForce(this.book.facts().dictionary()));
		CsvRows rows = CsvRows.of(file, null, ImportMode.ADD, columns);
		tellNotRead(rows, columns);
		return rows;
	}

	/** What a table has that nothing is read of. */
	private void tellNotRead(CsvRows rows, ColumnsInForce columns) {
		rows.sheetsNotRead().forEach((sheet) -> say(this.messages.odd("SHEET_NOT_READ", sheet)));
		List<String> names = TableFile.names(rows.header());
		for (String name : ApplicantCsv.ignored(columns.of(names), names)) {
			String shown = TextOutput.plain(name);
			String meant = columns.current().meant(name);
			say((meant == null) ? this.messages.said("没有读这一列：" + shown, "this column is not read: " + shown)
					: this.messages.said("没有读这一列：" + shown + "，是不是 " + meant + "？",
							"this column is not read: " + shown + " (did you mean " + meant + "?)"));
		}
	}

	private void say(String text) {
		this.output.err().println(text);
	}

	private void write(LineSource lines, CountedBytes bytes, OutputStream out, AnswerForm form) throws IOException {
		ApplicantReader reading = new ApplicantReader(this.book.facts(), LocalDate.now(Clock.system(CHINA)));
		LineAssessor assessor = new LineAssessor(this.book, reading, this.order, this.messages.locale());
		ProgressBar bar = this.output.progress(false);
		try (SeveralAtOnce workers = new SeveralAtOnce()) {
			workers.compile(this.book, this.order);
			AnswerFile<?> file = form.begin(out, this.messages);
			long read = workers.assess(lines, assessor, file, this::tellRefused,
					(people) -> bar.draw(bytes.done(), bytes.all(), people + " people"));
			file.end();
			bar.end();
			long taken = read - this.refused;
			say(this.messages.said("共 " + read + " 行：已测算 " + taken + " 行，未接受 " + this.refused + " 行",
					read + " lines: " + taken + " assessed, " + this.refused + " refused"));
		}
		finally {
			bar.end();
		}
	}

	private void tellRefused(AssessedLine line) {
		this.refused++;
		for (FieldError error : line.refusals()) {
			say(this.messages.said("第 " + line.number() + " 行：", "line " + line.number() + ": ")
					+ this.messages.told(error));
		}
	}

}
