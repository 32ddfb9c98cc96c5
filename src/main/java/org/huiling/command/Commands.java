package org.huiling.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.function.Supplier;

import org.huiling.command.assess.AssessCommand;
import org.huiling.command.check.CheckCommand;
import org.huiling.command.sync.SyncCommand;
import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.HelpOption;
import org.huiling.command.terminal.Output;
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

	/** By their names, each made when it is asked for: the others would cost a start. */
	private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

	private final ResourceBundle texts;

	private final Output output;

	private final String version;

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
		this.commands.put("check", () -> new CheckCommand(output));
		this.commands.put("assess", () -> new AssessCommand(output, locale));
		this.commands.put("export", () -> new ExportCommand(output, locale));
		this.commands.put("sync", () -> new SyncCommand(output, environment));
		this.commands.put("recalculate", () -> new RecalculateCommand(output, environment));
		this.commands.put("project", () -> new ProjectCommand(output, environment));
		this.commands.put("roster", () -> new RosterCommand(output, environment));
		this.commands.put("backup", () -> new BackupCommand(output, version));
		this.commands.put("restore", () -> new RestoreCommand(output));
		this.commands.put("turn-keys", () -> new TurnKeysCommand(output));
		this.commands.put("doctor", () -> new DoctorCommand(output));
		this.output = output;
		this.version = version;
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
		if (this.commands.containsKey(first)) {
			return line(Set.of(first)).execute(arguments.toArray(String[]::new));
		}
		CommandLine all = line(this.commands.keySet());
		return ABOUT_ITSELF.contains(first) ? all.execute(arguments.toArray(String[]::new))
				: unknown(all, arguments.stream().filter(Commands::isWord).findFirst().orElse(first));
	}

	private CommandLine line(Set<String> names) {
		CommandLine line = new CommandLine(new Huiling());
		this.commands.forEach((name, command) -> {
			if (names.contains(name)) {
				line.addSubcommand(name, command.get());
			}
		});
		line.setResourceBundle(this.texts)
			.setOut(writer(this.output.out()))
			.setErr(writer(this.output.err()))
			.setColorScheme(CommandLine.Help.defaultColorScheme(this.output.terminal() ? Ansi.ON : Ansi.OFF))
			.setUsageHelpAutoWidth(false)
			.setParameterExceptionHandler(this::misread)
			.setExecutionExceptionHandler(Commands::failed);
		line.getCommandSpec().version("huiling " + this.version);
		return line;
	}

	private int unknown(CommandLine line, String word) {
		line.getErr().println(this.texts.getString("unknown").formatted(word));
		List<String> meant = new UnmatchedArgumentException(line, List.of(word)).getSuggestions();
		if (!meant.isEmpty()) {
			line.getErr().println(this.texts.getString("meant").formatted(meant.get(0)));
		}
		line.usage(line.getErr());
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
