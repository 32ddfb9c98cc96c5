package org.huiling.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

/**
 * The commands of the jar: {@code check}, {@code recalculate} and {@code roster}.
 */
public final class Commands {

	private final PrintStream out;

	private final PrintStream err;

	private final boolean terminal;

	private final Map<String, String> environment;

	/**
	 * The commands.
	 * @param out takes what they come to
	 * @param err takes progress, and what is wrong with a call
	 * @param terminal whether a person looks at it
	 * @param environment the variables of the process
	 */
	public Commands(PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment) {
		this.out = out;
		this.err = err;
		this.terminal = terminal;
		this.environment = Map.copyOf(environment);
	}

	/**
	 * Runs one.
	 * @param arguments its name, and what follows
	 * @return its exit code; empty if there is no command of that name
	 */
	public OptionalInt run(List<String> arguments) {
		if (arguments.isEmpty()) {
			return OptionalInt.empty();
		}
		List<String> rest = arguments.subList(1, arguments.size());
		return switch (arguments.get(0)) {
			case CheckCommand.NAME -> OptionalInt.of(new CheckCommand(this.out, this.err, this.terminal).run(rest));
			case SyncCommand.NAME -> OptionalInt
				.of(guarded(SyncCommand.USAGE, () -> new SyncCommand(this.out, this.err, this.environment).run(rest)));
			case RecalculateCommand.NAME -> OptionalInt.of(guarded(RecalculateCommand.USAGE,
					() -> new RecalculateCommand(this.out, this.err, this.terminal, this.environment).run(rest)));
			case RosterCommand.NAME -> OptionalInt.of(guarded(RosterCommand.USAGE,
					() -> new RosterCommand(this.out, this.err, this.terminal, this.environment).run(rest)));
			default -> OptionalInt.empty();
		};
	}

	/** Whether arguments name a command. */
	public static boolean isOne(String name) {
		return List.of(CheckCommand.NAME, SyncCommand.NAME, RecalculateCommand.NAME, RosterCommand.NAME).contains(name);
	}

	private int guarded(String usage, IntSupplier command) {
		try {
			return command.getAsInt();
		}
		catch (CommandFailure failure) {
			this.err.println(failure.getMessage());
			if (failure.code() == CommandFailure.REFUSED
					&& !String.valueOf(failure.getMessage()).startsWith("the service")) {
				this.err.println(usage);
			}
			return failure.code();
		}
	}

}
