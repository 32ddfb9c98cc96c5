package org.huiling.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

import org.huiling.storage.embedded.ServerBinaries;
import org.jspecify.annotations.Nullable;

/**
 * The programs of PostgreSQL, unpacked once for all tests of a checkout: unpacking takes
 * longer than starting.
 */
public final class TestPrograms {

	static final ServerBinaries SHARED = new ServerBinaries(Path.of("target", "postgres-programs").toAbsolutePath());

	/** The library leaves it when all is unpacked. */
	private static final String COMPLETE = ".exists";

	private TestPrograms() {
	}

	/**
	 * Has them, if some test has unpacked them, also where the service looks for its own:
	 * nobody writes to them.
	 * @param data the data directory of a service that is yet to start
	 */
	public static void copyTo(Path data) throws IOException {
		Path target = ServerBinaries.below(data).directory();
		if (areUnpacked()) {
			Files.walkFileTree(SHARED.directory(), new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
						throws IOException {
					Files.createDirectories(moved(directory));
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					if (file.endsWith(COMPLETE)) {
						return FileVisitResult.CONTINUE;
					}
					try {
						Files.createLink(moved(file), file);
					}
					catch (UnsupportedOperationException | FileSystemException ex) {
						Files.copy(file, moved(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
					}
					return FileVisitResult.CONTINUE;
				}

				/**
				 * The library unpacks all anew where a directory is younger than its
				 * mark.
				 */
				@Override
				public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
						throws IOException {
					if (Files.exists(directory.resolve(COMPLETE))) {
						Files.createFile(moved(directory).resolve(COMPLETE));
					}
					return super.postVisitDirectory(directory, failed);
				}

				private Path moved(Path file) {
					return target.resolve(SHARED.directory().relativize(file));
				}

			});
		}
	}

	private static boolean areUnpacked() throws IOException {
		Path unpacked = SHARED.directory().resolve("unpacked");
		if (!Files.isDirectory(unpacked)) {
			return false;
		}
		try (Stream<Path> versions = Files.list(unpacked)) {
			return versions.anyMatch((version) -> Files.exists(version.resolve(COMPLETE)));
		}
	}

}
