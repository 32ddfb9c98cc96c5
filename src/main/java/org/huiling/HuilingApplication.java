package org.huiling;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.command.CheckCommand;
import org.huiling.command.Terminal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.modulith.Modulithic;

/** The service: starts everything with one command; or checks policies and ends. */
@Modulithic(systemName = "Huiling")
@SpringBootApplication
public class HuilingApplication {

	/**
	 * Starts the service, or checks version directories.
	 * @param arguments settings, such as {@code --server.port=9090}; or {@code check} and
	 * version directories
	 */
	public static void main(String[] arguments) {
		if (arguments.length > 0 && CheckCommand.NAME.equals(arguments[0])) {
			LoggingSystem.get(HuilingApplication.class.getClassLoader())
				.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
			PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
			CheckCommand check = new CheckCommand(out, System.err, Terminal.isAttached());
			System.exit(check.run(List.of(arguments).subList(1, arguments.length)));
		}
		SpringApplication.run(HuilingApplication.class, arguments);
	}

}
