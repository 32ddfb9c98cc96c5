package org.huiling.storage.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The embedded server's password: random, in a file that only its owner may read. */
public final class Password {

	private static final int BYTES = 24;

	private Password() {
	}

	/**
	 * The password, made at the first call.
	 * @param file where it is kept
	 * @return hexadecimal digits only, so that it needs no quoting anywhere
	 * @throws IOException if the file can be neither read nor written
	 */
	public static String in(Path file) throws IOException {
		if (!Files.exists(file) || Files.size(file) == 0) {
			byte[] random = new byte[BYTES];
			new SecureRandom().nextBytes(random);
			Files.deleteIfExists(file);
			Files.writeString(Files.createFile(file, ownerOnly()), HexFormat.of().formatHex(random));
		}
		return Files.readString(file).strip();
	}

	private static FileAttribute<?>[] ownerOnly() {
		if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
	}

}
