package org.huiling.command.terminal;

import picocli.CommandLine.Option;

/** What every command says about itself when it is asked. */
public final class HelpOption {

	@SuppressWarnings("UnusedVariable")
	@Option(names = { "-h", "--help" }, usageHelp = true, descriptionKey = "help")
	private boolean asked;

}
