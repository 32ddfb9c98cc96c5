package org.huiling.command.assess;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.huiling.applicant.RegionsInUse;
import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.command.terminal.Output;
import org.huiling.command.terminal.ProgressBar;
import org.huiling.engine.files.DirectoryBook;
import org.huiling.facts.CivilTime;
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
	 * @throws org.huiling.problem.InvalidInput if the list cannot be read at all, or is
	 * about nobody
	 * @throws org.huiling.engine.problem.PolicyDefects if a version cannot be used
	 */
	boolean run(Path list, @Nullable Path answers, AnswerForm form) throws IOException {
		CountedBytes bytes = new CountedBytes(Files.newInputStream(list), Files.size(list));
		ListReading reading = new ListReading(this.book.facts().dictionary());
		try (InputStream file = bytes; LineSource all = reading.open(list.toString(), file, null)) {
			reading.notRead(all, this.messages).forEach(this::say);
			PeopleLines lines = new PeopleLines(all, this::tellOther);
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

	private void write(PeopleLines lines, CountedBytes bytes, OutputStream out, AnswerForm form) throws IOException {
		ApplicantReader reading = new ApplicantReader(this.book.facts(), LocalDate.now(Clock.system(CivilTime.ZONE)),
				RegionsInUse.of(List.of(this.book.jurisdiction().regionPrefix())));
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
					read + " lines: " + taken + " assessed, " + this.refused + " refused")
					+ ((lines.others() > 0) ? this.messages.said("；另有合计或落款 " + lines.others() + " 行",
							"; besides, " + lines.others() + " with a sum or a signature") : ""));
			say(this.messages.said("结果核对数：", "checksum of the answers: ") + tally.checksum().text());
		}
		finally {
			bar.end();
		}
	}

	private void tellRefused(AssessedLine line) {
		this.refused++;
		tell(line.number(), line.refusals());
	}

	private void tellOther(ImportLine line) {
		tell(line.number(), (line.refusal() != null) ? line.refusal().errors() : List.of());
	}

	private void tell(long number, List<FieldError> errors) {
		for (FieldError error : errors) {
			say(this.messages.said("第 " + number + " 行：", "line " + number + ": ") + this.messages.told(error));
		}
	}

}
