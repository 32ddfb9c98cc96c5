package org.huiling;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.huiling.command.Commands;
import org.huiling.command.Terminal;
import org.huiling.launch.Launcher;
import org.huiling.problem.OutOfMemory;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The service: starts everything with one command; or does one command and ends. */
@Modulithic(systemName = "Huiling")
@SpringBootApplication
public class HuilingApplication {

	/**
	 * Starts the service, or does a command.
	 * @param arguments settings, such as {@code --server.port=9090}; or a command of
	 * {@link Commands} with what follows
	 */
	public static void main(String[] arguments) {
		Launcher.isStarted();
		if (Commands.areMeantBy(List.of(arguments))) {
			((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
			PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
			PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
			System.exit(new Commands(out, err, Terminal.isAttached(), System.getenv(), Locale.getDefault(), version())
				.run(List.of(arguments)));
		}
		OutOfMemory.endsProcess();
		SpringApplication.run(HuilingApplication.class, arguments);
		Launcher.isUp();
	}

	private static String version() {
		String version = HuilingApplication.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "of a build without a jar";
	}

}
