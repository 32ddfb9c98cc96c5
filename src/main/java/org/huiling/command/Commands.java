package org.huiling.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line of the jar. A command is done and ends the process; settings alone
 * start the service; anything else is a mistake and starts nothing.
 */
public final class Commands {

	private static final List<String> ABOUT_ITSELF = List.of("-h", "--help", "-V", "--version");

	private final CommandLine line;

	private final ResourceBundle texts;

	/**
	 * The commands.
	 * @param out takes what they come to
	 * @param err takes progress, and what is wrong with a call
	 * @param terminal whether a person looks at it
	 * @param environment the variables of the process
	 * @param locale of whoever reads: Chinese, or English for all others
	 * @param version of the program
	 */
	public Commands(PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment, Locale locale,
			String version) {
		this.texts = ResourceBundle.getBundle("messages/command",
				"zh".equals(locale.getLanguage()) ? Locale.ROOT : Locale.ENGLISH,
				Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
		Output output = new Output(out, err, terminal);
		this.line = new CommandLine(new Huiling()).addSubcommand(new CheckCommand(output))
			.addSubcommand(new AssessCommand(output, locale))
			.addSubcommand(new ExportCommand(output, locale))
			.addSubcommand(new SyncCommand(output, environment))
			.addSubcommand(new RecalculateCommand(output, environment))
			.addSubcommand(new ProjectCommand(output, environment))
			.addSubcommand(new RosterCommand(output, environment))
			.addSubcommand(new BackupCommand(output, version))
			.addSubcommand(new RestoreCommand(output))
			.addSubcommand(new DoctorCommand(output));
		this.line.setResourceBundle(this.texts)
			.setOut(writer(out))
			.setErr(writer(err))
			.setColorScheme(CommandLine.Help.defaultColorScheme(terminal ? Ansi.ON : Ansi.OFF))
			.setUsageHelpAutoWidth(false)
			.setParameterExceptionHandler(this::misread)
			.setExecutionExceptionHandler(Commands::failed);
		this.line.getCommandSpec().version("huiling " + version);
	}

	/** The words that are no command by themselves. */
	@Command(name = "huiling.jar", synopsisSubcommandLabel = "COMMAND")
	private static final class Huiling {

		@Mixin
		@SuppressWarnings("UnusedVariable")
		private final HelpOption help = new HelpOption();

		@SuppressWarnings("UnusedVariable")
		@Option(names = { "-V", "--version" }, versionHelp = true, descriptionKey = "version")
		private boolean version;

	}

	/**
	 * Whether arguments ask for something that starts no service.
	 * @param arguments all of them
	 * @return false for none, and for settings alone
	 */
	public static boolean areMeantBy(List<String> arguments) {
		return !arguments.isEmpty()
				&& (ABOUT_ITSELF.contains(arguments.get(0)) || arguments.stream().anyMatch(Commands::isWord));
	}

	/** Wherever it stands: a value that lost its setting is a mistake as well. */
	private static boolean isWord(String argument) {
		return !argument.startsWith("-");
	}

	/**
	 * Does what arguments ask for.
	 * @param arguments all of them
	 * @return the exit code
	 */
	public int run(List<String> arguments) {
		String first = arguments.get(0);
		if (ABOUT_ITSELF.contains(first) || this.line.getSubcommands().containsKey(first)) {
			return this.line.execute(arguments.toArray(String[]::new));
		}
		return unknown(arguments.stream().filter(Commands::isWord).findFirst().orElse(first));
	}

	private int unknown(String word) {
		this.line.getErr().println(this.texts.getString("unknown").formatted(word));
		List<String> meant = new UnmatchedArgumentException(this.line, List.of(word)).getSuggestions();
		if (!meant.isEmpty()) {
			this.line.getErr().println(this.texts.getString("meant").formatted(meant.get(0)));
		}
		this.line.usage(this.line.getErr());
		return CommandFailure.REFUSED;
	}

	private int misread(ParameterException fault, String[] arguments) {
		CommandLine command = fault.getCommandLine();
		PrintWriter err = command.getErr();
		err.println(fault.getMessage());
		UnmatchedArgumentException.printSuggestions(fault, err);
		command.usage(err);
		return CommandFailure.REFUSED;
	}

	private static int failed(Exception fault, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
		if (fault instanceof CommandFailure failure) {
			command.getErr().println(failure.getMessage());
			if (failure.isWrongCall()) {
				command.usage(command.getErr());
			}
			return failure.code();
		}
		throw fault;
	}

	private static PrintWriter writer(PrintStream stream) {
		return new PrintWriter(stream, true, StandardCharsets.UTF_8);
	}

}
