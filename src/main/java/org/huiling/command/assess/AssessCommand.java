package org.huiling.command.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.huiling.command.check.TextOutput;
import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.HelpOption;
import org.huiling.command.terminal.Output;
import org.huiling.command.terminal.Unreadable;
import org.huiling.decision.assessment.RequestPeriods;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Explain;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.files.DirectoryBook;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.facts.Period;
import org.huiling.peoplelist.AssessOrder;
import org.huiling.peoplelist.ServiceWords;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code assess}: what everybody on a list is entitled to by a directory of rules, with
 * neither database nor web server; the answers are those of {@code POST /assessments}.
 * Exit code 0 when every line about somebody is assessed, 1 when lines were refused,
 * which are told with their reasons, 2 when the call is wrong, rules or list cannot be
 * read, or the list is about nobody: then nothing is written.
 */
@Command
public final class AssessCommand implements Callable<Integer> {

	private static final int MOST_MONTHS = 120;

	private final Output output;

	private final Locale locale;

	@Mixin
	@SuppressWarnings("UnusedVariable")
	private final HelpOption help = new HelpOption();

	@Option(names = "--rules", paramLabel = "DIRECTORY", defaultValue = "rules", descriptionKey = "rules")
	private String rules = "";

	@Option(names = "--jurisdiction", required = true, paramLabel = "ID", descriptionKey = "jurisdiction")
	private String jurisdiction = "";

	@Option(names = "--period", required = true, paramLabel = "PERIOD", descriptionKey = "period")
	private String period = "";

	@Option(names = "--to", paramLabel = "MONTH", descriptionKey = "to")
	private @Nullable String to;

	@Option(names = "--programs", paramLabel = "ID", split = ",", descriptionKey = "programs")
	private @Nullable List<String> programs;

	@Option(names = "--explain", paramLabel = "NONE|WHY|FULL", defaultValue = "WHY", descriptionKey = "explain")
	private Explain explain = Explain.WHY;

	@Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
	private @Nullable String language;

	@Option(names = { "-o", "--out" }, paramLabel = "FILE", descriptionKey = "out")
	private @Nullable String out;

	@Parameters(paramLabel = "LIST", descriptionKey = "list")
	private String list = "";

	public AssessCommand(Output output, Locale locale) {
		this.output = output;
		this.locale = locale;
	}

	@Override
	public Integer call() {
		Locale reader = "zh".equals(language()) ? Locale.CHINESE : Locale.ENGLISH;
		ServiceWords messages = new ServiceWords(reader);
		List<Period> periods = periods();
		Path people = people();
		@Nullable Path answers = (this.out != null) ? path(this.out) : null;
		refuseSame(people, answers);
		AnswerForm form = AnswerForm.of(this.out);
		try {
			DirectoryBook book = PolicyBook.read(path(this.rules).resolve(this.jurisdiction));
			refuseUnknown(book);
			AssessedPeople assessed = new AssessedPeople(book, messages,
					new AssessOrder(periods, this.programs, this.explain), this.output);
			return assessed.run(people, answers, form) ? 0 : CommandFailure.INCOMPLETE;
		}
		catch (PolicyDefects defects) {
			defects.problems().forEach((problem) -> this.output.err().println(TextOutput.plain(problem.toString())));
			throw new CommandFailure(CommandFailure.REFUSED,
					said("规则用不了，没有测算", "the rules cannot be used: nobody was assessed"));
		}
		catch (InvalidInput unreadable) {
			unreadable.errors().forEach((error) -> this.output.err().println(messages.told(error)));
			throw new CommandFailure(CommandFailure.REFUSED,
					said("名单读不了，没有测算", "the list cannot be read: nobody was assessed"));
		}
		catch (IOException ex) {
			throw new CommandFailure(CommandFailure.REFUSED, TextOutput.plain(Unreadable.says(ex)));
		}
	}

	private String language() {
		if (this.language == null) {
			return this.locale.getLanguage();
		}
		if (!this.language.equals("zh") && !this.language.equals("en")) {
			throw CommandFailure.wrongCall(said("--lang 是 zh 或 en", "--lang is zh or en"));
		}
		return this.language;
	}

	private String said(String zh, String en) {
		return new Bilingual(zh, en).in(this.locale);
	}

	private List<Period> periods() {
		Period from = period(this.period);
		if (this.to == null) {
			return List.of(from);
		}
		Period last = period(this.to);
		List<Period> months = (from.kind() == Period.Kind.MONTH && last.kind() == Period.Kind.MONTH)
				? AssessOrder.months(from, last) : List.of();
		if (months.isEmpty() || months.size() > MOST_MONTHS) {
			throw CommandFailure.wrongCall(said("有 --to 时，--period 和 --to 是先后两个月，最多 " + MOST_MONTHS + " 个月",
					"with --to, --period and --to are months, one after the other and at most " + MOST_MONTHS));
		}
		return months;
	}

	private Period period(String text) {
		Period read = RequestPeriods.period(text);
		if (read == null) {
			throw CommandFailure.wrongCall(said(TextOutput.plain(text) + " 不是期间：写成 2013-07、2013-Q3 或 2013",
					TextOutput.plain(text) + " is no period: write 2013-07, 2013-Q3 or 2013"));
		}
		return read;
	}

	private Path people() {
		Path people = path(this.list);
		if (Files.isDirectory(people)) {
			throw new CommandFailure(CommandFailure.REFUSED,
					TextOutput.plain(this.list) + said(" 是目录；要的是名单文件，例如 名单.csv",
							" is a directory; name the file with the list, such as people.csv"));
		}
		if (!Files.isRegularFile(people)) {
			throw new CommandFailure(CommandFailure.REFUSED,
					said("没有这个文件：", "there is no file ") + TextOutput.plain(this.list));
		}
		return people;
	}

	private Path path(String text) {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			throw CommandFailure.wrongCall(said("这不是路径：", "this is no path: ") + TextOutput.plain(text));
		}
	}

	private void refuseSame(Path people, @Nullable Path answers) {
		try {
			if (answers != null && Files.exists(answers) && Files.isSameFile(people, answers)) {
				throw CommandFailure.wrongCall(said("结果不能写在名单上面", "the answers cannot be written over the list"));
			}
		}
		catch (IOException ex) {
			throw new CommandFailure(CommandFailure.REFUSED, TextOutput.plain(Unreadable.says(ex)));
		}
	}

	/** Whom each line is about decides whether the program is about them. */
	private void refuseUnknown(DirectoryBook book) {
		List<String> known = book.programs()
			.stream()
			.map(Program::id)
			.filter((id) -> !Program.STACKING.equals(id))
			.sorted()
			.toList();
		if (this.programs != null && !known.containsAll(this.programs)) {
			throw CommandFailure.wrongCall(said("--programs 里有 ", "--programs has others than those of ")
					+ this.jurisdiction + said(" 没有的项目；有的是 ", ", which are ") + String.join(", ", known));
		}
	}

}
