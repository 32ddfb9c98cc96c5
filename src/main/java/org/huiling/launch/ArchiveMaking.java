package org.huiling.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes an archive of classes of the list that a run has left, in processes that run
 * nothing of the service and may be killed at any moment.
 */
final class ArchiveMaking {

	/** Options that an archive has in common with who starts from it. */
	private static final List<String> OF_THE_HEAP = List.of("-Xm", "-XX:MaxHeap", "-XX:MaxRAM", "-XX:+Use", "-XX:-Use",
			"-XX:+Unlock", "-XX:ObjectAlignment");

	private static final String MADE_UP = "[SPECIES_RESOLVE]";

	private final ClassArchive archive;

	private final Path list;

	private final List<String> options;

	/**
	 * One.
	 * @param list the classes, in the room of their archive
	 * @param options of the virtual machine that wrote them down
	 */
	ArchiveMaking(Path list, List<String> options) {
		this.archive = new ClassArchive(Objects.requireNonNull(list.getParent()));
		this.list = list;
		this.options = options;
	}

	/** Has it done by a process of its own, which may outlive this one. */
	void begin() {
		List<String> command = new ArrayList<>(List.of(ServiceProcess.java(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-Xmx64m", "-cp", jar(), ArchiveMaking.class.getName(), this.list.toString()));
		command.addAll(this.options);
		try {
			new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException ex) {
			// There will be another start to try it.
		}
	}

	/**
	 * Does it.
	 * @param arguments the list of classes, and the options of who wrote it
	 * @throws Exception if it cannot be done
	 */
	public static void main(String[] arguments) throws Exception {
		diesFirst();
		new ArchiveMaking(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length)).run();
	}

	/** Where memory is short Linux ends this process, and not the service. */
	private static void diesFirst() {
		try {
			Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000", StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			// There is no such thing here.
		}
	}

	/** Does it, unless somebody else does or has. */
	void run() throws IOException, InterruptedException {
		Path room = this.archive.room();
		try (FileChannel file = FileChannel.open(room.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = file.tryLock()) {
			if (lock != null && this.archive.isWanted()) {
				remove(room, "making*");
				make(Files.createTempDirectory(room, "making"));
				remove(room, "making*");
				remove(room, "*.classes");
			}
			Files.deleteIfExists(this.list);
		}
	}

	private void make(Path directory) throws IOException, InterruptedException {
		Path classes = directory.resolve("classes");
		Files.writeString(classes, classes());
		Path made = directory.resolve("archive");
		List<String> command = new ArrayList<>(List.of(ServiceProcess.java(), "-Xshare:dump",
				"-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + made));
		this.options.stream()
			.filter((option) -> OF_THE_HEAP.stream().anyMatch(option::startsWith))
			.forEach(command::add);
		command.addAll(List.of("-cp", jar()));
		Process process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (process.waitFor() == 0 && Files.isRegularFile(made)) {
			this.archive.take(made);
			removeOlder();
		}
		else {
			this.archive.giveUp();
		}
	}

	/**
	 * The list for the archive. A service that still runs may have written half a line.
	 * Classes that the virtual machine would make up for the archive have no file: JDK 17
	 * looks for one as soon as somebody records or watches the process.
	 */
	private String classes() throws IOException {
		String text = Files.readString(this.list);
		return text.substring(0, text.lastIndexOf('\n') + 1)
			.lines()
			.filter((line) -> !line.contains(MADE_UP))
			.collect(Collectors.joining("\n", "", "\n"));
	}

	/** Those of builds of Java that were here before. */
	private void removeOlder() throws IOException {
		String name = this.archive.room().getFileName().toString();
		String program = name.replaceFirst("-\\d.*", "-");
		try (DirectoryStream<Path> rooms = Files.newDirectoryStream(this.archive.room().resolveSibling(""),
				program + "*")) {
			for (Path other : rooms) {
				if (!other.getFileName().toString().equals(name)) {
					UnpackedJar.delete(other);
				}
			}
		}
	}

	private static void remove(Path room, String names) throws IOException {
		try (DirectoryStream<Path> left = Files.newDirectoryStream(room, names)) {
			for (Path each : left) {
				UnpackedJar.delete(each);
			}
		}
	}

	private String jar() {
		return this.archive.room().resolveSibling(UnpackedJar.NAME).toString();
	}

}
