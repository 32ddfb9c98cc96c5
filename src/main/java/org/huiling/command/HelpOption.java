package org.huiling.command;

import picocli.CommandLine.Option;

/** What every command says about itself when it is asked. */
final class HelpOption {

	@SuppressWarnings("UnusedVariable")
	@Option(names = { "-h", "--help" }, usageHelp = true, descriptionKey = "help")
	private boolean asked;

}
