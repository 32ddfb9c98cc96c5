package org.huiling.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A copy of the jar with its libraries beside it, which starts faster than the jar that
 * holds them. It is named by a checksum of the jar's table of contents, which has one of
 * every entry, by the jar's length and by the Java version.
 */
final class UnpackedJar {

	/** Of the jar in the copy; its libraries lie beside it. */
	static final String NAME = "huiling.jar";

	/** More than the table of contents of any jar of ours. */
	private static final int CONTENTS = 1 << 20;

	private final Path directory;

	private UnpackedJar(Path directory) {
		this.directory = directory;
	}

	/**
	 * The copy of a jar, made now if there is none.
	 * @param jar the jar
	 * @param parent where copies are kept; those of other jars and Java versions are
	 * removed
	 * @return the copy
	 * @throws IOException if it cannot be made
	 */
	static UnpackedJar of(Path jar, Path parent) throws IOException {
		Path directory = parent.toAbsolutePath().resolve(digest(jar) + "-" + Runtime.version().feature());
		if (!Files.isRegularFile(directory.resolve(NAME))) {
			makeOwned(parent);
			Path begun = Files.createTempDirectory(parent.toAbsolutePath(), "unpacking");
			unpack(jar, begun.resolve("copy"));
			moveInto(begun.resolve("copy"), directory);
			delete(begun);
			removeOthers(parent, directory);
		}
		return new UnpackedJar(directory);
	}

	/** The jar to start. */
	Path jar() {
		return this.directory.resolve(NAME);
	}

	/** The directory of the copy. */
	Path directory() {
		return this.directory;
	}

	private static void unpack(Path jar, Path target) throws IOException {
		Process tool = new ProcessBuilder(ServiceProcess.java(), "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-cp",
				jar.toString(), Launcher.IN_PROCESS, "extract", "--destination", target.toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (tool.waitFor() != 0) {
				throw new IOException("the jar's own tool ended with " + tool.exitValue());
			}
		}
		catch (InterruptedException ex) {
			tool.destroy();
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
		Files.move(target.resolve(jar.getFileName()), target.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
		PlainLibrary.makeAll(target.resolve("lib"));
	}

	/** Two that start at once make two copies, and the first one stays. */
	private static void moveInto(Path copy, Path directory) throws IOException {
		try {
			Files.move(copy, directory, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileSystemException ex) {
			if (!Files.isRegularFile(directory.resolve(NAME))) {
				throw ex;
			}
		}
	}

	private static void makeOwned(Path parent) throws IOException {
		if (parent.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createDirectories(parent,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		}
		else {
			Files.createDirectories(parent);
		}
	}

	/**
	 * A copy in use stays: its files are open or were read already, and its name is
	 * current.
	 */
	private static void removeOthers(Path parent, Path current) throws IOException {
		try (Stream<Path> copies = Files.list(parent.toAbsolutePath())) {
			for (Path copy : copies.filter((one) -> !one.equals(current)).toList()) {
				if (copy.getFileName().toString().matches("[0-9a-f]{16}-\\d+")) {
					deleteIfIdle(copy);
				}
			}
		}
	}

	/** Where an archive of its classes is being made, it goes another time. */
	private static void deleteIfIdle(Path copy) {
		try {
			delete(copy);
		}
		catch (IOException | UncheckedIOException ex) {
			// The next jar finds it.
		}
	}

	/** Removes a directory with all that lies in it. */
	static void delete(Path tree) throws IOException {
		try (Stream<Path> files = Files.walk(tree)) {
			List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
			for (Path file : all) {
				Files.deleteIfExists(file);
			}
		}
	}

	/** Milliseconds, where a strong hash would take as long as a start can spare. */
	private static String digest(Path jar) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
			byte[] end = new byte[(int) Math.min(CONTENTS, file.length())];
			file.seek(file.length() - end.length);
			file.readFully(end);
			CRC32 contents = new CRC32();
			contents.update(end);
			return "%08x%08x".formatted(contents.getValue(), file.length() & 0xFFFF_FFFFL);
		}
	}

}
