package org.huiling.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.huiling.engine.PolicyFiles;

/**
 * A version as the directory it came from, to be unpacked in {@code rules/}. Equal
 * versions make equal archives.
 */
final class VersionArchive {

	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private VersionArchive() {
	}

	static byte[] of(PolicyFiles files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		String directory = files.jurisdiction() + "/" + files.program() + "/" + files.version() + "/";
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
				ZipEntry entry = new ZipEntry(directory + file.getKey());
				entry.setTimeLocal(NO_TIME);
				zip.putNextEntry(entry);
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
