package org.huiling.engine.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The files inside a workbook, unpacked within limits. What reads the workbook gets these
 * files packed anew and never the stranger's archive, in which two readers might see
 * different files.
 */
final class Archive {

	private final Map<String, byte[]> files = new LinkedHashMap<>();

	/**
	 * Unpacks.
	 * @param bytes a ZIP archive
	 * @throws IOException if it is damaged
	 * @throws TooLarge if it is more than a table needs
	 */
	Archive(byte[] bytes) throws IOException {
		int left = TableLimits.BYTES;
		try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
			for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
				if (this.files.size() >= TableLimits.ENTRIES) {
					throw new TooLarge();
				}
				byte[] file = unpacked(zip, entry, left);
				left -= file.length;
				if (left < 0) {
					throw new TooLarge();
				}
				if (this.files.put(entry.getName(), file) != null) {
					throw new IOException("an entry stands twice");
				}
			}
		}
	}

	private static byte[] unpacked(ZipFile zip, ZipArchiveEntry entry, int most) throws IOException {
		try (InputStream file = zip.getInputStream(entry)) {
			return file.readNBytes(most + 1);
		}
	}

	Map<String, byte[]> files() {
		return this.files;
	}

	byte[] packed() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.setLevel(0);
			for (Map.Entry<String, byte[]> file : this.files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	/** More than a table needs. */
	static final class TooLarge extends IOException {

		private static final long serialVersionUID = 1L;

	}

}
