package org.huiling;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.huiling.command.CheckCommand;
import org.huiling.command.SyncCommand;
import org.huiling.command.Terminal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.modulith.Modulithic;

/** The service: starts everything with one command; or runs a command and ends. */
@Modulithic(systemName = "Huiling")
@SpringBootApplication
public class HuilingApplication {

	private static final Set<String> COMMANDS = Set.of(CheckCommand.NAME, SyncCommand.NAME);

	/**
	 * Starts the service, or runs a command.
	 * @param arguments settings, such as {@code --server.port=9090}; or {@code check} or
	 * {@code sync} with what they take
	 */
	public static void main(String[] arguments) {
		if (arguments.length > 0 && COMMANDS.contains(arguments[0])) {
			LoggingSystem.get(HuilingApplication.class.getClassLoader())
				.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
			PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
			System.exit(command(arguments[0], List.of(arguments).subList(1, arguments.length), out));
		}
		SpringApplication.run(HuilingApplication.class, arguments);
	}

	private static int command(String name, List<String> arguments, PrintStream out) {
		if (SyncCommand.NAME.equals(name)) {
			return new SyncCommand(out, System.err, System.getenv()).run(arguments);
		}
		return new CheckCommand(out, System.err, Terminal.isAttached()).run(arguments);
	}

}
