package org.huiling.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.CheckReport;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyDefects;
import org.huiling.engine.VersionDirectory;

/**
 * {@code check [--json] <version directory>…}: judges versions before anybody publishes
 * them. Exit code 0 when all hold, 1 when problems were found, 2 when the call is wrong
 * or a directory cannot be read.
 */
public final class CheckCommand {

	/** The word on the command line. */
	public static final String NAME = "check";

	private static final int FOUND = 1;

	private static final int WRONG_CALL = 2;

	private final PrintStream out;

	private final PrintStream err;

	private final boolean terminal;

	/**
	 * A command.
	 * @param out takes the report
	 * @param err takes what is wrong with the call
	 * @param terminal whether colours make sense
	 */
	public CheckCommand(PrintStream out, PrintStream err, boolean terminal) {
		this.out = out;
		this.err = err;
		this.terminal = terminal;
	}

	/**
	 * Runs.
	 * @param arguments what follows {@code check}
	 * @return the exit code
	 */
	public int run(List<String> arguments) {
		List<String> directories = new ArrayList<>();
		boolean json = false;
		for (String argument : arguments) {
			if ("--json".equals(argument)) {
				json = true;
			}
			else if (argument.startsWith("-")) {
				return usage("unknown option " + argument);
			}
			else {
				directories.add(argument);
			}
		}
		if (directories.isEmpty()) {
			return usage("no version directory is given");
		}
		CheckOutput output = json ? new JsonOutput(this.out) : new TextOutput(this.out, this.terminal);
		int code = 0;
		for (String directory : directories) {
			code = Math.max(code, check(directory, output));
		}
		return code;
	}

	private int check(String directory, CheckOutput output) {
		try {
			CheckReport report = new PolicyCompiler().check(VersionDirectory.read(Path.of(directory)));
			output.report(directory, report);
			return report.ok() ? 0 : FOUND;
		}
		catch (PolicyDefects defects) {
			output.report(directory, new CheckReport(defects.problems(), List.of(), List.of(), List.of()));
			return FOUND;
		}
		catch (IOException | RuntimeException ex) {
			output.unreadable(directory, ex);
			return WRONG_CALL;
		}
	}

	private int usage(String what) {
		this.err.println(what);
		this.err.println("usage: java -jar huiling.jar check [--json] <version directory>...");
		this.err.println("such as rules/model-district/old-age-allowance/2013-01-01");
		return WRONG_CALL;
	}

}
