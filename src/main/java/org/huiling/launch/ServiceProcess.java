package org.huiling.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The process that does the work, as if it were this one: the same options of the virtual
 * machine, input, output and exit code, and whoever ends this one ends it.
 */
final class ServiceProcess {

	/** The process id of whom it ends with. */
	static final String PARENT = "HUILING_LAUNCHER";

	private static final int TERMINATED = 143;

	private final UnpackedJar unpacked;

	private final boolean service;

	ServiceProcess(UnpackedJar unpacked, boolean service) {
		this.unpacked = unpacked;
		this.service = service;
	}

	/**
	 * Runs it to its end.
	 * @param arguments of the service or command
	 * @return its exit code
	 * @throws IOException if it cannot be started
	 */
	int run(List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(java()));
		if (this.service) {
			command.add("-XX:+ExitOnOutOfMemoryError");
		}
		else {
			command.add("-XX:TieredStopAtLevel=1");
		}
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.addAll(List.of("-jar", this.unpacked.jar().toString()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		builder.environment().put(PARENT, Long.toString(ProcessHandle.current().pid()));
		Process process = builder.start();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			process.destroy();
			waitFor(process);
		}));
		return waitFor(process);
	}

	/** Ends this process when the one that started it is gone, however it went. */
	static void endWithParent() {
		String parent = System.getenv(PARENT);
		if (parent != null) {
			CompletableFuture<Void> unused = ProcessHandle.of(Long.parseLong(parent))
				.map(ProcessHandle::onExit)
				.orElseGet(() -> CompletableFuture.completedFuture(null))
				.thenRun(() -> System.exit(TERMINATED));
		}
	}

	private static int waitFor(Process process) {
		while (true) {
			try {
				return process.waitFor();
			}
			catch (InterruptedException ex) {
				process.destroy();
			}
		}
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
