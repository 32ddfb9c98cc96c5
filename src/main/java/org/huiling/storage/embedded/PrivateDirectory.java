package org.huiling.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.huiling.storage.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/** A directory that nobody but the account of the service may look into or write. */
final class PrivateDirectory {

	private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

	private PrivateDirectory() {
	}

	/**
	 * Makes a directory, or closes one that is there to others.
	 * @throws StorageUnavailable if it is somebody else's, or a link to elsewhere
	 * @throws IOException if it cannot be made
	 */
	static Path of(Path path) throws IOException {
		if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			create(path);
			return path;
		}
		close(path);
		return path;
	}

	private static void create(Path path) throws IOException {
		Path parent = path.getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		if (isPosix(path)) {
			Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
		}
		else {
			Files.createDirectory(path);
		}
	}

	/** Files systems without owners, such as those of Windows, are left as they are. */
	private static void close(Path path) throws IOException {
		if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
			throw notOurs(path, null);
		}
		PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
		if (view == null || view.readAttributes().permissions().equals(OWNER_ONLY)) {
			return;
		}
		try {
			view.setPermissions(OWNER_ONLY);
		}
		catch (IOException ex) {
			throw notOurs(path, ex);
		}
	}

	private static boolean isPosix(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	private static StorageUnavailable notOurs(Path path, @Nullable IOException cause) {
		return new StorageUnavailable(path + " is no directory of this account's own.",
				"Take it away or give it to the account that runs the service, or set huiling.data to another directory.",
				cause);
	}

}
