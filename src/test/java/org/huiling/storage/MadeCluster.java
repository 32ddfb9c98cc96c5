package org.huiling.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;

import org.huiling.KeptClasses;
import org.huiling.storage.embedded.EmbeddedServer;
import org.huiling.storage.embedded.Restarts;

/**
 * The files of a database server with an empty database, made once for all tests of a
 * checkout: making them waits for the disk a thousand times, copying them does not. Made
 * anew when the classes that make them are others.
 */
public final class MadeCluster {

	private static final Path MADE = Path.of("target", "made-cluster", KeptClasses.digest("storage/embedded"))
		.toAbsolutePath();

	/** To prove a password to it is quick, too: many connections are opened. */
	private static final Map<String, String> SETTINGS = Map.of("fsync", "off", "scram_iterations", "1");

	private static final List<String> PARTS = List.of("postgres", "postgres.password");

	private MadeCluster() {
	}

	/**
	 * Copies them to where a service that is yet to start looks for its own, and the
	 * programs.
	 * @param data the data directory of the service
	 */
	public static void copyTo(Path data) throws IOException {
		filesTo(data);
		TestPrograms.copyTo(data);
	}

	/** Without the programs. */
	static void filesTo(Path data) throws IOException {
		makeOnce();
		Files.createDirectories(data);
		for (String part : PARTS) {
			copy(MADE.resolve(part), data.resolve(part));
		}
	}

	private static synchronized void makeOnce() throws IOException {
		Path parent = Files.createDirectories(MADE.getParent());
		try (FileChannel file = FileChannel.open(parent.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			file.lock();
			if (!Files.exists(MADE)) {
				Path made = Files.createTempDirectory(parent, "making");
				EmbeddedServer.start(made, TestPrograms.SHARED, SETTINGS, Restarts.orElse(() -> {
				})).close();
				Files.move(made, MADE, StandardCopyOption.ATOMIC_MOVE);
			}
		}
	}

	/** With the modes, on which PostgreSQL insists. */
	private static void copy(Path from, Path to) throws IOException {
		Files.walkFileTree(from, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
					throws IOException {
				return copied(directory);
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				return copied(file);
			}

			private FileVisitResult copied(Path each) throws IOException {
				Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES,
						LinkOption.NOFOLLOW_LINKS);
				return FileVisitResult.CONTINUE;
			}

		});
	}

}
