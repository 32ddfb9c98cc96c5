package org.huiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.huiling.engine.ClassStore;
import org.jspecify.annotations.Nullable;

/**
 * Compiled policy versions below {@code target}, for all test classes of all builds until
 * {@code mvn clean}: a version is compiled once. They are kept apart by the bytes of the
 * engine and the facts, so that nobody meets what an earlier state of either compiled.
 */
public final class KeptClasses implements ClassStore {

	/** Those of this build. */
	public static final KeptClasses SHARED = new KeptClasses(
			Path.of("target", "kept-classes", digest("engine", "facts")));

	private final Path directory;

	private KeptClasses(Path directory) {
		this.directory = directory;
	}

	@Override
	public byte @Nullable [] find(String key) {
		try {
			return Files.readAllBytes(file(key));
		}
		catch (NoSuchFileException ex) {
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void keep(String key, byte[] classes) {
		try {
			Files.createDirectories(this.directory);
			Path written = Files.createTempFile(this.directory, "kept", null);
			Files.write(written, classes);
			Files.move(written, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Looks here for what another store does not have, and keeps here what it keeps.
	 * @param store the service's own
	 * @return the two together
	 */
	public ClassStore behind(ClassStore store) {
		return new ClassStore() {

			@Override
			public byte @Nullable [] find(String key) {
				byte[] classes = store.find(key);
				if (classes == null) {
					classes = KeptClasses.this.find(key);
					if (classes != null) {
						store.keep(key, classes);
					}
				}
				return classes;
			}

			@Override
			public void keep(String key, byte[] classes) {
				store.keep(key, classes);
				KeptClasses.this.keep(key, classes);
			}

		};
	}

	/**
	 * Does what compiles many versions: the first time of all processes alone, and the
	 * others wait for it, since each of them would compile the same ones otherwise.
	 * @param action finds them here the next time
	 */
	void once(Runnable action) {
		Path done = this.directory.resolve("done");
		try {
			Files.createDirectories(this.directory);
			try (FileChannel file = FileChannel.open(this.directory.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				file.lock();
				if (!Files.exists(done)) {
					action.run();
					Files.createFile(done);
					return;
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		action.run();
	}

	private Path file(String key) {
		return this.directory.resolve(HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8))));
	}

	/**
	 * What stands for the bytes of some packages of the service.
	 * @param parts such as {@code storage/embedded}
	 * @return the same as long as nothing in them is compiled to something else
	 */
	public static String digest(String... parts) {
		MessageDigest digest = sha256();
		for (String part : parts) {
			try (Stream<Path> files = Files.walk(Path.of("target", "classes", "org", "huiling").resolve(part))) {
				for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
					digest.update(Files.readAllBytes(file));
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return HexFormat.of().formatHex(digest.digest(), 0, 8);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
