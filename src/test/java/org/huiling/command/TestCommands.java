package org.huiling.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls the command line as the jar does, with a test's streams and variables. */
public final class TestCommands {

	private TestCommands() {
	}

	public static int run(PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment,
			List<String> arguments) {
		return new Commands(out, err, terminal, environment, Locale.ENGLISH, "1.2").run(arguments);
	}

}
