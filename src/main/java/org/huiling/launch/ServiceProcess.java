package org.huiling.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The process that does the work, as if it were this one: the same options of the virtual
 * machine, input, output and exit code, and whoever ends this one ends it.
 */
final class ServiceProcess {

	/** The process id of whom it ends with. */
	static final String PARENT = "HUILING_LAUNCHER";

	/** The archive of classes that it starts from. */
	private static final String ARCHIVE = "HUILING_ARCHIVE";

	/** Where it writes down which classes it loads. */
	private static final String CLASSES = "HUILING_CLASSES";

	private static final int TERMINATED = 143;

	/** Exit codes above are those of a command that did not do its work. */
	private static final int DONE = 1;

	/** The first requests load classes too. */
	private static final Duration FIRST_REQUESTS = Duration.ofSeconds(10);

	private final UnpackedJar unpacked;

	private final boolean service;

	private final ClassArchive archive;

	/**
	 * A process.
	 * @param unpacked what it runs
	 * @param program the command, or nothing for the service
	 */
	ServiceProcess(UnpackedJar unpacked, @Nullable String program) {
		this.unpacked = unpacked;
		this.service = program == null;
		this.archive = new ClassArchive(unpacked, (program != null) ? program : "service");
	}

	/**
	 * Runs it to its end.
	 * @param arguments of the service or command
	 * @return its exit code
	 * @throws IOException if it cannot be started
	 */
	int run(List<String> arguments) throws IOException {
		List<String> options = options();
		boolean archiving = ClassArchive.isLeftToUs(options);
		Path list = (archiving && this.archive.isWanted()) ? this.archive.list() : null;
		List<String> command = new ArrayList<>(
				List.of(java(), this.service ? "-XX:+ExitOnOutOfMemoryError" : "-XX:TieredStopAtLevel=1"));
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		builder.environment().put(PARENT, Long.toString(ProcessHandle.current().pid()));
		builder.environment().keySet().removeAll(List.of(ARCHIVE, CLASSES));
		if (list != null) {
			command.add("-XX:DumpLoadedClassList=" + list);
			builder.environment().put(CLASSES, list.toString());
		}
		else if (archiving && this.archive.exists()) {
			command.addAll(this.archive.options());
			builder.environment().put(ARCHIVE, this.archive.room().toString());
		}
		command.addAll(options);
		command.addAll(List.of("-jar", this.unpacked.jar().toString()));
		command.addAll(arguments);
		Process process = builder.start();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			process.destroy();
			waitFor(process);
		}));
		int code = waitFor(process);
		if (list != null) {
			ended(code, list, options);
		}
		return code;
	}

	/** A service has its archive made while it runs. */
	private void ended(int code, Path list, List<String> options) throws IOException {
		if (this.service || code > DONE) {
			this.archive.forget(list);
		}
		else {
			new ArchiveMaking(list, options).begin();
		}
	}

	/** Has the archive of the classes of this process made, where that is wanted. */
	static void isUp() {
		String list = System.getenv(CLASSES);
		if (list != null) {
			Executor later = CompletableFuture.delayedExecutor(FIRST_REQUESTS.toSeconds(), TimeUnit.SECONDS);
			later.execute(() -> new ArchiveMaking(Path.of(list), options()).begin());
		}
	}

	/** Drops the archive that this process was to start from, if it does not. */
	static void dropUselessArchive() {
		String archive = System.getenv(ARCHIVE);
		if (archive != null && !System.getProperty("java.vm.info", "").contains("sharing")) {
			try {
				new ClassArchive(Path.of(archive)).refused();
			}
			catch (IOException ex) {
				// It stays, and is passed over.
			}
		}
	}

	private static List<String> options() {
		return ManagementFactory.getRuntimeMXBean().getInputArguments();
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
