package org.huiling.audit.chain;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;

/** The chain's key in Base64: a setting, or a file that only its owner may read. */
final class ChainKeyFile {

	private ChainKeyFile() {
	}

	/**
	 * The key of a file, made at the first call.
	 * @param file where it is kept
	 * @return the key
	 * @throws IOException if the file can be neither read nor written
	 */
	static ChainKey in(Path file) throws IOException {
		if (!Files.exists(file)) {
			make(file);
		}
		return decode(Files.readString(file).strip());
	}

	/**
	 * The key that a text holds.
	 * @param text Base64
	 * @return the key
	 * @throws IllegalStateException if it is no Base64, or too short; without the text
	 */
	static ChainKey decode(String text) {
		try {
			byte[] key = Base64.getDecoder().decode(text);
			if (key.length >= ChainKey.SHORTEST) {
				return new ChainKey(key);
			}
		}
		catch (IllegalArgumentException ex) {
			// said below, without quoting it
		}
		throw new IllegalStateException("huiling.audit-key (or audit.key in the data directory) must hold at least "
				+ ChainKey.SHORTEST + " bytes in Base64; make one with: openssl rand -base64 32");
	}

	private static void make(Path file) throws IOException {
		byte[] random = new byte[ChainKey.SHORTEST];
		new SecureRandom().nextBytes(random);
		Files.createDirectories(file.toAbsolutePath().getParent());
		try (var channel = Files.newByteChannel(file,
				EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
			channel.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(random)));
		}
		catch (FileAlreadyExistsException ex) {
			// made by another start meanwhile
		}
	}

	private static FileAttribute<?>[] ownerOnly() {
		if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
	}

}
