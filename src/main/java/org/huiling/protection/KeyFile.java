package org.huiling.protection;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of keys that only its owner may read. */
final class KeyFile {

	private static final Logger logger = LoggerFactory.getLogger(KeyFile.class);

	private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

	private final Path path;

	KeyFile(Path path) {
		this.path = path;
	}

	/**
	 * The keys in the file.
	 * @param create whether a file that is not there is made, with random keys
	 * @return the settings in it
	 * @throws KeyTrouble if it can be neither read nor made
	 */
	KeySettings read(boolean create) {
		try {
			if (create && !Files.exists(this.path)) {
				make();
			}
			warnIfOthersMayRead();
			Properties properties = new Properties();
			try (Reader reader = Files.newBufferedReader(this.path)) {
				properties.load(reader);
			}
			Map<String, String> named = new HashMap<>();
			properties.stringPropertyNames().forEach((name) -> named.put(name, properties.getProperty(name)));
			return KeySettings.of(named);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new KeyTrouble("The file of keys " + this.path + " cannot be read: " + ex.getClass().getSimpleName(),
					"Put it back from the backup, or set huiling.keys.file to where it is.", ex);
		}
	}

	private void make() throws IOException {
		Path file = this.path.toAbsolutePath();
		Path parent = file.getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		// complete or not there at all
		Path half = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(half);
		Files.createFile(half, ownerOnly());
		Files.writeString(half,
				"# Without these keys nobody can read the ids, names and accounts in the database: keep a copy\n"
						+ "# elsewhere. To turn the ring add encryption.<id>, name it in current, leave the others.\n"
						+ "current=k1\nencryption.k1=" + random() + "\nlookup=" + random() + "\n");
		Files.move(half, file);
		logger.info("New keys in {}: keep a copy of it elsewhere", file);
	}

	private static String random() {
		byte[] bytes = new byte[KeyRing.KEY_BYTES];
		new SecureRandom().nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

	private void warnIfOthersMayRead() throws IOException {
		if (isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(this.path))) {
			logger.warn("Others than its owner may read {}: chmod 600", this.path);
		}
	}

	private static FileAttribute<?>[] ownerOnly() {
		return isPosix() ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(OWNER_ONLY) }
				: new FileAttribute<?>[0];
	}

	private static boolean isPosix() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
	}

}
