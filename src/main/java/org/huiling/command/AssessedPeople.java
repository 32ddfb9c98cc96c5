package org.huiling.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import org.huiling.applicant.imports.file.LineSource;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.engine.DirectoryBook;
import org.huiling.peoplelist.AnswerFile;
import org.huiling.peoplelist.AssessOrder;
import org.huiling.peoplelist.AssessedLine;
import org.huiling.peoplelist.LineAssessor;
import org.huiling.peoplelist.ListReading;
import org.huiling.peoplelist.ServiceWords;
import org.huiling.problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Assesses everybody on a list, and says what became of each line. */
final class AssessedPeople {

	private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

	private final DirectoryBook book;

	private final ServiceWords messages;

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
	AssessedPeople(DirectoryBook book, ServiceWords messages, AssessOrder order, Output output) {
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
		ListReading reading = new ListReading(this.book.facts().dictionary());
		try (InputStream file = bytes; LineSource lines = reading.open(list.toString(), file, null)) {
			reading.notRead(lines, this.messages).forEach(this::say);
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
			SeveralAtOnce.Tally tally = workers.assess(lines, assessor, file, this::tellRefused,
					(people) -> bar.draw(bytes.done(), bytes.all(), people + " people"));
			file.end();
			bar.end();
			long read = tally.lines();
			long taken = read - this.refused;
			say(this.messages.said("共 " + read + " 行：已测算 " + taken + " 行，未接受 " + this.refused + " 行",
					read + " lines: " + taken + " assessed, " + this.refused + " refused"));
			say(this.messages.said("结果核对数：", "checksum of the answers: ") + tally.checksum().text());
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
