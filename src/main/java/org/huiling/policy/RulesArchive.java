package org.huiling.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.huiling.engine.files.PolicyFiles;

/**
 * Published files as the directory they came from, to be unpacked in {@code rules/}.
 * Equal files make equal archives.
 */
public final class RulesArchive {

	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private RulesArchive() {
	}

	static byte[] of(PolicyFiles files) {
		return of(files.jurisdiction() + "/" + files.program() + "/" + files.version(), files.files());
	}

	/**
	 * An archive of one directory.
	 * @param directory from {@code rules/} on, such as {@code facts}
	 * @param files bytes by path
	 * @return a zip
	 */
	public static byte[] of(String directory, Map<String, byte[]> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
				ZipEntry entry = new ZipEntry(directory + "/" + file.getKey());
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
