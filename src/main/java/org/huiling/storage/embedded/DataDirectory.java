package org.huiling.storage.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

import org.huiling.storage.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which one running service keeps everything. The operating system holds
 * the claim and drops it with the process, so a live service can be told from what a
 * killed one left behind.
 */
public final class DataDirectory implements Closeable {

	private final Path path;

	private final FileChannel claim;

	private DataDirectory(Path path, FileChannel claim) {
		this.path = path;
		this.claim = claim;
	}

	/**
	 * Claims the directory for this process.
	 * @param directory created if it is absent
	 * @return the claim, held until it is closed
	 * @throws StorageUnavailable if another service has it, or it cannot be written
	 */
	static DataDirectory claim(Path directory) {
		Path path = directory.toAbsolutePath().normalize();
		try {
			Path file = open(path).resolve("lock");
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
			if (lock(channel) == null) {
				String holder = Files.readString(file).strip();
				channel.close();
				throw inUse(path, holder);
			}
			channel.truncate(0).write(ByteBuffer.wrap(pid().getBytes(StandardCharsets.US_ASCII)));
			return new DataDirectory(path, channel);
		}
		catch (IOException ex) {
			throw new StorageUnavailable("The data directory " + path + " cannot be written: " + ex,
					"Make it writable, or set huiling.data to another directory.", ex);
		}
	}

	/** Whether another process has claimed the directory. */
	public static boolean isInUse(Path directory) {
		Path file = directory.resolve("lock");
		if (!Files.exists(file)) {
			return false;
		}
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			return lock(channel) == null;
		}
		catch (IOException ex) {
			return false;
		}
	}

	Path path() {
		return this.path;
	}

	@Override
	public void close() throws IOException {
		this.claim.close();
	}

	/** A directory with anything else in it than ours may be meant for others too. */
	private static Path open(Path path) throws IOException {
		if (!Files.isDirectory(path) || Files.exists(path.resolve("lock")) || isEmpty(path)) {
			return PrivateDirectory.of(path);
		}
		return path;
	}

	private static boolean isEmpty(Path path) throws IOException {
		try (Stream<Path> entries = Files.list(path)) {
			return entries.findAny().isEmpty();
		}
	}

	/** Locks a byte far behind the process id, which others must be able to read. */
	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock(1L << 32, 1, false);
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static String pid() {
		return Long.toString(ProcessHandle.current().pid());
	}

	private static StorageUnavailable inUse(Path path, String holder) {
		return new StorageUnavailable("The data directory " + path + " is in use by process " + holder + ".",
				"Stop that process, or set huiling.data to another directory.", null);
	}

}
