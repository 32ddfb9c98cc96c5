package org.huiling.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.huiling.command.check.TextOutput;
import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.HelpOption;
import org.huiling.command.terminal.Output;
import org.huiling.command.terminal.Unreadable;
import org.huiling.engine.Bilingual;
import org.huiling.engine.problem.PolicyDefects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code export --open}: writes what {@code GET /open/policies} answers of a directory of
 * rules as a directory of files, for any web server. Exit code 0 when it is written; 2
 * when the call is wrong, or the rules cannot be used: then nothing is.
 */
@Command
final class ExportCommand implements Callable<Integer> {

	private final Output output;

	private final Locale locale;

	@Mixin
	@SuppressWarnings("UnusedVariable")
	private final HelpOption help = new HelpOption();

	@Option(names = "--rules", paramLabel = "DIRECTORY", defaultValue = "rules", descriptionKey = "rules")
	private String rules = "";

	@Option(names = "--open", required = true, paramLabel = "DIRECTORY", descriptionKey = "open")
	private String open = "";

	ExportCommand(Output output, Locale locale) {
		this.output = output;
		this.locale = locale;
	}

	@Override
	public Integer call() {
		try {
			int programs = new OpenDirectory(Path.of(this.rules)).write(Path.of(this.open));
			this.output.out()
				.println(said("写了 " + programs + " 个项目：", programs + " programs written to ")
						+ TextOutput.plain(this.open));
			return 0;
		}
		catch (PolicyDefects defects) {
			defects.problems().forEach((problem) -> this.output.err().println(TextOutput.plain(problem.toString())));
			throw new CommandFailure(CommandFailure.REFUSED,
					said("规则用不了，没有导出", "the rules cannot be used: nothing was written"));
		}
		catch (OpenDirectory.Taken ex) {
			throw new CommandFailure(CommandFailure.REFUSED,
					said("目录里有别的东西，没有导出", "there is something else in the directory: nothing was written"));
		}
		catch (InvalidPathException ex) {
			throw CommandFailure.wrongCall(said("这不是路径", "this is no path"));
		}
		catch (IOException ex) {
			throw new CommandFailure(CommandFailure.REFUSED, TextOutput.plain(Unreadable.says(ex)));
		}
	}

	private String said(String zh, String en) {
		return new Bilingual(zh, en).in(this.locale);
	}

}
