package org.huiling.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file that somebody else has laid down: only if it is one, since a pipe waits
 * and a device has no end, and never more of it than is wanted.
 */
public final class PlainFile {

	private PlainFile() {
	}

	/**
	 * Reads a file, also through a link.
	 * @param file its path
	 * @param most its largest size in bytes
	 * @return what it holds
	 * @throws IOException if it cannot be read, is no file or is larger
	 */
	public static byte[] read(Path file, int most) throws IOException {
		if (Files.exists(file) && !Files.isRegularFile(file)) {
			throw new FileSystemException(file.toString(), null, "this is no file");
		}
		try (InputStream content = Files.newInputStream(file)) {
			byte[] bytes = content.readNBytes(most + 1);
			if (bytes.length > most) {
				throw new FileSystemException(file.toString(), null, "larger than " + (most >> 10) + " KiB");
			}
			return bytes;
		}
	}

}
