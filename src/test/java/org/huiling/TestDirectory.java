package org.huiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.util.FileSystemUtils;

/**
 * Directories of tests that need one before JUnit gives them theirs ({@code @TempDir}).
 * They are gone when the virtual machine ends.
 */
public final class TestDirectory {

	private static final List<Path> made = new CopyOnWriteArrayList<>();

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(TestDirectory::delete));
	}

	private TestDirectory() {
	}

	/** An empty one. */
	public static Path of(String name) throws IOException {
		Path directory = Files.createTempDirectory(name);
		made.add(directory);
		return directory;
	}

	private static void delete() {
		for (Path directory : made) {
			try {
				FileSystemUtils.deleteRecursively(directory);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
