package org.huiling.command.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.huiling.command.terminal.HelpOption;
import org.huiling.command.terminal.Output;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.engine.standard.StandardsFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code check}: judges versions and fact files before anybody publishes them, with
 * neither database nor web server. Exit code 0 when all hold, 1 when problems were found,
 * 2 when the call is wrong or a directory cannot be read.
 */
@Command
public final class CheckCommand implements Callable<Integer> {

	private static final int FOUND = 1;

	private static final int UNREADABLE = 2;

	private final Output output;

	@Mixin
	@SuppressWarnings("UnusedVariable")
	private final HelpOption help = new HelpOption();

	@Parameters(paramLabel = "DIRECTORY", arity = "1..*", descriptionKey = "directories")
	private List<String> directories = List.of();

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	public CheckCommand(Output output) {
		this.output = output;
	}

	@Override
	public Integer call() {
		CheckOutput report = this.json ? new JsonOutput(this.output.out())
				: new TextOutput(this.output.out(), this.output.terminal());
		int code = 0;
		for (String directory : this.directories) {
			code = Math.max(code, check(directory, report));
		}
		return code;
	}

	private static int check(String directory, CheckOutput output) {
		try {
			CheckReport report = report(Path.of(directory));
			output.report(directory, report);
			return report.ok() ? 0 : FOUND;
		}
		catch (PolicyDefects defects) {
			output.report(directory, only(defects.problems()));
			return FOUND;
		}
		catch (IOException | RuntimeException ex) {
			output.unreadable(directory, ex);
			return UNREADABLE;
		}
	}

	/**
	 * Of a version or of standards, unless the fact files by which it is read are wrong.
	 */
	private static CheckReport report(Path directory) throws IOException {
		if (FactFiles.isDirectory(directory)) {
			return only(FactFiles.read(directory).problems());
		}
		if (StandardsFiles.isFile(directory)) {
			return new StandardsFileCheck(directory.toAbsolutePath().normalize()).report();
		}
		FactFiles facts = FactFiles.beside(directory);
		if (facts == null) {
			return new PolicyCompiler().check(VersionDirectory.read(directory));
		}
		FactFiles.Reading reading = facts.reading();
		List<Problem> problems = reading.problems().stream().filter((one) -> one.severity() == Severity.ERROR).toList();
		if (!problems.isEmpty() || reading.dictionary() == null) {
			return only(problems.stream().map((problem) -> problem.in("../../../facts")).toList());
		}
		PolicyCompiler compiler = PolicyCompiler.by(reading.dictionary());
		return compiler.check(VersionDirectory.read(directory, compiler));
	}

	private static CheckReport only(List<Problem> problems) {
		return new CheckReport(problems, List.of(), List.of(), List.of());
	}

}
